import { isData } from '../verify/manifest';
import { AliasBudget } from './alias-budget';
import { fieldName } from './mapping-key';
import type { NodeProperties, NodeReceiver } from './node-receiver';
import { type Anchored, OpenCollection, pathOf } from './open-collection';
import { type ReadProblem, type ReadRule, readProblem, UnreadableDocument } from './problem';
import { isText, plainValue, resolvePlain, type Scalar, scalarOf } from './scalar';
import { isKnownTag, MERGE_TAG, resolveTagged } from './tag';
import { YamlParser } from './yaml-parser';

/** The value of a document, and what is wrong with its text. */
export interface Composition {
  readonly value: unknown;
  readonly problems: readonly ReadProblem[];
}

/** Problems of one document beyond these are not collected. */
const MAX_PROBLEMS = 1000;

const NO_PROBLEMS: readonly ReadProblem[] = [];

/**
 * Makes the value of a document as kubectl's YAML library does: the last of two equal keys counts, an alias shares
 * the value of its anchor, `<<` copies fields to where it stands.
 *
 * @param isJson whether the text is JSON.
 * @param start where the document begins in the text, and where it ends.
 * @throws UnreadableDocument when no value can be made of it.
 */
export function compose(
  text: string,
  isJson: boolean,
  parser = new YamlParser(),
  start = 0,
  end = text.length,
): Composition {
  const plain = isJson ? undefined : parser.plain.read(text, start, end);
  if (plain) return { value: plain, problems: NO_PROBLEMS };
  const composer = new Composer();
  parser.parse(text.slice(start, end), isJson, composer);
  return composer.composition;
}

class Composer implements NodeReceiver {
  private readonly problems: ReadProblem[] = [];
  private readonly budget = new AliasBudget();
  private readonly anchors = new Map<string, Anchored>();
  private readonly open: OpenCollection[] = [];
  /** The innermost of them. */
  private current: OpenCollection | undefined;
  private root: unknown = null;

  get composition(): Composition {
    if (this.budget.isExceeded) throw this.refusal('excessive-aliases', 0);
    return { value: this.root, problems: this.problems };
  }

  begin(isMap: boolean, start: number, properties?: NodeProperties): void {
    this.budget.addValue();
    if (properties?.tag !== undefined) this.checkTag(properties.tag, isMap ? 'map' : 'seq', properties.start);
    const value = isMap ? {} : [];
    const anchored = properties?.anchor === undefined ? undefined : { value, size: 1, open: true };
    if (anchored) this.anchors.set(properties?.anchor as string, anchored);
    this.current = new OpenCollection(isMap, value, start, anchored);
    this.open.push(this.current);
  }

  end(): void {
    const ended = this.open.pop() as OpenCollection;
    this.current = this.open[this.open.length - 1];
    if (ended.anchored) Object.assign(ended.anchored, { size: ended.size, open: false });
    this.place(ended.value, ended.size, ended.start);
  }

  alias(name: string, start: number): void {
    const target = this.anchors.get(name);
    if (!target) throw this.refusal('unknown-anchor', start);
    if (target.open) throw this.refusal('recursive-alias', start);
    // A list of maps is merged where it is written out, and only there.
    if (this.current?.isMerge && !isData(target.value)) throw this.refusal('merge-source', start);
    this.budget.addAlias(target.size);
    if (this.budget.isExceeded) throw this.refusal('excessive-aliases', start);
    this.place(target.value, 1 + target.size, start);
  }

  scalar(text: string, isPlain: boolean, start: number, _end: number, properties?: NodeProperties): void {
    this.budget.addValue();
    const { current } = this;
    if (current?.awaitsKey) this.setKey(current, text, isPlain, start, properties);
    else this.place(this.valueOf(text, isPlain, start, properties), 1, start);
  }

  rest(start: number): void {
    this.complain('ignored-document', start);
  }

  private valueOf(text: string, isPlain: boolean, start: number, properties?: NodeProperties): unknown {
    let value: unknown = text;
    if (properties) ({ value } = this.resolve(text, isPlain, properties));
    else if (isPlain) value = plainValue(text);
    if (typeof value !== 'number' || Number.isFinite(value)) return value;
    this.complain('unsupported-number', start);
    return null;
  }

  private resolve(text: string, isPlain: boolean, { tag, anchor, start }: NodeProperties): Scalar {
    let scalar: Scalar = isPlain ? resolvePlain(text) : { type: 'string', value: text };
    if (tag !== undefined) {
      this.checkTag(tag, 'scalar', start);
      const tagged = resolveTagged(tag, text);
      if ('problem' in tagged) this.complain('wrong-tag', start, tagged.problem);
      scalar = 'problem' in tagged ? scalarOf(null) : tagged.scalar;
    }
    if (anchor !== undefined) this.anchors.set(anchor, { value: scalar.value, size: 1, open: false });
    return scalar;
  }

  private setKey(
    map: OpenCollection,
    text: string,
    isPlain: boolean,
    start: number,
    properties?: NodeProperties,
  ): void {
    if (!properties && (!isPlain || isText(text))) {
      map.key = text;
      map.keyStart = start;
      return;
    }
    const tag = properties?.tag;
    map.isMerge = text === '<<' && (tag === undefined ? isPlain : tag === MERGE_TAG || tag === '!');
    const key = properties ? this.resolve(text, isPlain, properties) : resolvePlain(text);
    this.nameField(map, key, start);
  }

  private nameField(map: OpenCollection, key: Scalar, offset: number): void {
    const name = fieldName(key);
    map.keyStart = offset;
    map.key = name ?? null;
    if (name === undefined) this.complain('unsupported-key', offset);
  }

  /** Puts a value into the map or list that is open, or makes it the document's. */
  private place(value: unknown, size: number, offset: number): void {
    const parent = this.current;
    if (!parent) {
      this.root = value;
      return;
    }
    parent.size += size;
    if (!parent.isMap) (parent.value as unknown[]).push(value);
    else if (parent.awaitsKey) this.nameField(parent, scalarOf(value), offset);
    else {
      if (parent.isMerge) this.merge(parent, value, offset);
      else if (parent.key !== null && parent.setField(value)) this.complain('duplicate-key', parent.keyStart);
      parent.awaitKey();
    }
  }

  /** Of several maps the first one counts. */
  private merge(map: OpenCollection, source: unknown, offset: number): void {
    const sources = Array.isArray(source) ? [...source].reverse() : [source];
    for (const fields of sources) {
      if (!isData(fields)) throw this.refusal('merge-source', offset);
      if (map.mergeFields(fields)) this.complain('merge-order', map.keyStart);
    }
  }

  private checkTag(tag: string, kind: 'scalar' | 'map' | 'seq', start: number): void {
    if (!isKnownTag(tag, kind)) this.complain('unknown-tag', start);
  }

  private complain(rule: ReadRule, offset: number, message?: string): void {
    if (this.problems.length >= MAX_PROBLEMS) return;
    this.problems.push(readProblem(rule, offset, pathOf(this.open), message));
  }

  private refusal(rule: ReadRule, offset: number): UnreadableDocument {
    return new UnreadableDocument(readProblem(rule, offset, pathOf(this.open)));
  }
}
