import { keyName } from './mapping-key';
import type { NodeProperties, NodeReceiver } from './node-receiver';
import { MERGE_TAG } from './tag';
import { YamlParser } from './yaml-parser';

/** A node of a document and where its text stands. */
export interface SourceNode {
  /** Offset of its first character, that of its tag or anchor included. */
  readonly start: number;
  /** Offset behind its last one. */
  end: number;
  /** The text of a scalar; undefined for other nodes. */
  readonly text?: string;
  /** The fields of a map, in their order; a name may stand twice. */
  readonly fields?: SourceField[];
  /** The elements of a list. */
  readonly items?: SourceNode[];
  /** What an alias stands for. */
  readonly target?: SourceNode;
}

/** A field of a map. */
export interface SourceField {
  /** Undefined where the key makes none. */
  readonly name?: string;
  readonly key: SourceNode;
  readonly value: SourceNode;
  /** Whether it is a `<<`, whose fields are those of the map. */
  readonly isMerge: boolean;
}

/**
 * The nodes of a document that could be read.
 *
 * @throws UnreadableDocument when it could not.
 */
export function sourceTree(text: string, isJson: boolean): SourceNode {
  const builder = new TreeBuilder();
  new YamlParser().parse(text, isJson, builder);
  return builder.root;
}

/** What a node is, an alias followed. */
export function resolved(node: SourceNode): SourceNode {
  let found = node;
  while (found.target) found = found.target;
  return found;
}

/** A map or a list whose text has not ended yet. */
interface OpenNode {
  readonly node: SourceNode;
  /** The key whose value comes next. */
  key?: Pick<SourceField, 'name' | 'key' | 'isMerge'>;
}

class TreeBuilder implements NodeReceiver {
  root: SourceNode = { start: 0, end: 0, text: '' };
  private readonly open: OpenNode[] = [];
  private readonly anchors = new Map<string, SourceNode>();

  begin(isMap: boolean, start: number, properties?: NodeProperties): void {
    const node: SourceNode = { start, end: start, ...(isMap ? { fields: [] } : { items: [] }) };
    this.name(node, properties);
    this.open.push({ node });
  }

  end(end: number): void {
    const { node } = this.open.pop() as OpenNode;
    node.end = end;
    this.place(node);
  }

  alias(name: string, start: number, end: number): void {
    const target = this.anchors.get(name);
    this.place({ start, end, ...(target && { target }) });
  }

  scalar(text: string, isPlain: boolean, start: number, end: number, properties?: NodeProperties): void {
    const node: SourceNode = { start: properties?.start ?? start, end, text };
    this.name(node, properties);
    const parent = this.open.at(-1);
    if (!parent?.node.fields || parent.key) {
      this.place(node);
      return;
    }
    const tag = properties?.tag;
    const isMerge = text === '<<' && (tag === undefined ? isPlain : tag === MERGE_TAG || tag === '!');
    parent.key = { name: keyName(text, isPlain, tag), key: node, isMerge };
  }

  /** What follows the document is no part of it. */
  rest(): void {}

  private name(node: SourceNode, properties: NodeProperties | undefined): void {
    if (properties?.anchor !== undefined) this.anchors.set(properties.anchor, node);
  }

  private place(node: SourceNode): void {
    const parent = this.open.at(-1);
    if (!parent) this.root = node;
    else if (parent.node.items) parent.node.items.push(node);
    else if (parent.key) {
      parent.node.fields?.push({ ...parent.key, value: node });
      parent.key = undefined;
    } else parent.key = { key: node, isMerge: false, name: resolved(node).text };
  }
}
