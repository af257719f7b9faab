import {
  type Document,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  type YAMLMap,
} from 'yaml';
import type { Data } from '../verify/manifest';
import type { Waiver } from '../verify/waivers';
import { type Config, NO_CONFIG } from './config';
import { UsageError } from './usage-error';

/** The mappings of a list. */
interface Row {
  readonly noun: string;
  readonly fields: readonly string[];
  readonly required: readonly string[];
}

const WAIVER: Row = {
  noun: 'a waiver',
  fields: ['rule', 'kind', 'namespace', 'name', 'reason'],
  required: ['rule', 'reason'],
};
const EXTERNAL: Row = {
  noun: 'an external object',
  fields: ['apiVersion', 'kind', 'namespace', 'name'],
  required: ['kind'],
};
const EXAMPLES = {
  ignore: "ignore: [{ rule: not-verified, kind: Widget, reason: 'judged by its operator' }]",
  external: 'external: [{ kind: Secret, namespace: shop, name: tls }]',
  agentLabels: 'agentLabels: [topology.istio.io/network]',
} as const;

/** Reads the text of a configuration file. */
export class ConfigReader {
  private readonly lines = new LineCounter();
  private readonly document: Document;

  constructor(
    private readonly file: string,
    text: string,
  ) {
    this.document = parseDocument(text, { lineCounter: this.lines, prettyErrors: false });
  }

  /** @throws UsageError when it says something else than it may; with file, line and column. */
  read(): Config {
    const [error] = this.document.errors;
    if (error) throw this.problemAt(error.pos[0], error.message.split('\n')[0] ?? '', 'correct the YAML');
    const { contents } = this.document;
    if (contents === null) return NO_CONFIG;
    if (!isMap(contents)) throw this.problem(contents, 'must be a mapping', `write '${EXAMPLES.ignore}'`);
    const map = contents as YAMLMap<Node, Node>;
    this.refuseOthers(map, Object.keys(NO_CONFIG));
    return {
      ignore: this.list(map, 'ignore', node =>
        this.mapping(node, WAIVER, EXAMPLES.ignore),
      ) as unknown as Waiver[],
      external: this.list(map, 'external', node => this.mapping(node, EXTERNAL, EXAMPLES.external)).map(
        manifestOf,
      ),
      agentLabels: this.list(map, 'agentLabels', node => this.text('agentLabels', node)),
      closed: this.flag(map, 'closed'),
    };
  }

  private list<T>(map: YAMLMap<Node, Node>, field: keyof typeof EXAMPLES, read: (node: Node) => T): T[] {
    const list = map.get(field, true) as Node | undefined;
    if (list === undefined || (isScalar(list) && list.value === null)) return [];
    if (!isSeq(list)) throw this.problem(list, `'${field}' must be a list`, `write '${EXAMPLES[field]}'`);
    return list.items.map(item => read(item as Node));
  }

  private mapping(node: Node, { noun, fields, required }: Row, example: string): Record<string, string> {
    if (!isMap(node)) throw this.problem(node, `${noun} must be a mapping`, `write '${example}'`);
    this.refuseOthers(node as YAMLMap<Node, Node>, fields);
    const given = fields.flatMap(field => {
      const value = node.get(field, true) as Node | undefined;
      if (value !== undefined) return [[field, this.text(field, value)] as const];
      if (!required.includes(field)) return [];
      throw this.problem(node, `${noun} needs a '${field}'`, fixOf(field));
    });
    return Object.fromEntries(given);
  }

  private flag(map: YAMLMap<Node, Node>, field: string): boolean {
    const node = map.get(field, true) as Node | undefined;
    if (node === undefined || (isScalar(node) && node.value === null)) return false;
    if (isScalar(node) && typeof node.value === 'boolean') return node.value;
    throw this.problem(node, `'${field}' must be true or false`, `write '${field}: true', or drop it`);
  }

  private text(field: string, node: Node): string {
    if (isScalar(node) && typeof node.value === 'string' && node.value.trim() !== '') return node.value;
    throw this.problem(node, `'${field}' must be a text that is not empty`, fixOf(field));
  }

  private refuseOthers(map: YAMLMap<Node, Node>, known: readonly string[]): void {
    const other = map.items.find(({ key }) => !known.includes(String((key as { value?: unknown }).value)));
    if (!other) return;
    throw this.problem(
      other.key,
      'is no field that there is',
      `drop it, or write one of ${known.join(', ')}`,
    );
  }

  private problem(node: Node, problem: string, fix: string): UsageError {
    return this.problemAt(node.range?.[0] ?? 0, problem, fix);
  }

  private problemAt(offset: number, problem: string, fix: string): UsageError {
    const { line, col } = this.lines.linePos(offset);
    return new UsageError(`${this.file}:${line}:${col}: ${problem}`, fix);
  }
}

/** What is known of an external object, as a manifest has it. */
function manifestOf({ namespace, name, ...type }: Record<string, string>): Data {
  return { ...type, metadata: { namespace, name } };
}

function fixOf(field: string): string {
  if (field === 'kind') return "say which kind of objects, such as 'kind: Secret'";
  return field === 'reason' ? 'say why the findings are accepted' : `write the ${field} of the findings`;
}
