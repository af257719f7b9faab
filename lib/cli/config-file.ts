import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
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
import type { Waiver } from '../verify/waivers';
import { UsageError } from './usage-error';

/** The file that says how a project is verified. */
export const CONFIG_FILE = 'drydock.yaml';

/** What a project says of its verification. */
export interface Config {
  /** Findings that are known and accepted. */
  readonly ignore: readonly Waiver[];
}

const WAIVER_FIELDS: readonly string[] = ['rule', 'kind', 'namespace', 'name', 'reason'];
const REQUIRED_FIELDS: readonly string[] = ['rule', 'reason'];
const EXAMPLE = "ignore: [{ rule: not-verified, kind: Widget, reason: 'judged by its operator' }]";

/**
 * Reads the configuration: the file that is named, else the nearest `drydock.yaml` in a folder or above it.
 *
 * @throws UsageError when it cannot be read, or says something else than it may; with file, line and column.
 */
export function readConfig(cwd: string, named?: string): Config {
  const path = named === undefined ? nearest(cwd) : resolve(cwd, named);
  if (path === undefined) return { ignore: [] };
  const shown = relative(cwd, path);
  return new ConfigReader(shown, textOf(path, shown)).read();
}

function nearest(folder: string): string | undefined {
  const path = join(folder, CONFIG_FILE);
  if (existsSync(path)) return path;
  const above = dirname(folder);
  return above === folder ? undefined : nearest(above);
}

function textOf(path: string, shown: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new UsageError(`${shown}: cannot be read (${code ?? message})`, 'make it a file that you may read');
  }
}

class ConfigReader {
  private readonly lines = new LineCounter();
  private readonly document: Document;

  constructor(
    private readonly file: string,
    text: string,
  ) {
    this.document = parseDocument(text, { lineCounter: this.lines, prettyErrors: false });
  }

  read(): Config {
    const [error] = this.document.errors;
    if (error) throw this.problemAt(error.pos[0], error.message.split('\n')[0] ?? '', 'correct the YAML');
    const { contents } = this.document;
    if (contents === null) return { ignore: [] };
    if (!isMap(contents)) throw this.problem(contents, 'must be a mapping', `write '${EXAMPLE}'`);
    this.refuseOthers(contents as YAMLMap<Node, Node>, ['ignore']);
    const list = contents.get('ignore', true) as Node | undefined;
    if (list === undefined || (isScalar(list) && list.value === null)) return { ignore: [] };
    if (!isSeq(list)) throw this.problem(list, "'ignore' must be a list", `write '${EXAMPLE}'`);
    return { ignore: list.items.map(item => this.waiver(item as Node)) };
  }

  private waiver(node: Node): Waiver {
    if (!isMap(node)) throw this.problem(node, 'a waiver must be a mapping', `write '${EXAMPLE}'`);
    this.refuseOthers(node as YAMLMap<Node, Node>, WAIVER_FIELDS);
    const fields = WAIVER_FIELDS.flatMap(field => {
      const value = node.get(field, true) as Node | undefined;
      if (value !== undefined) return [[field, this.text(field, value)] as const];
      if (!REQUIRED_FIELDS.includes(field)) return [];
      throw this.problem(node, `a waiver needs a '${field}'`, fixOf(field));
    });
    return Object.fromEntries(fields) as unknown as Waiver;
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

function fixOf(field: string): string {
  return field === 'reason' ? 'say why the findings are accepted' : `write the ${field} of the findings`;
}
