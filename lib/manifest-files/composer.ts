import { isData } from '../verify/manifest';
import { AliasBudget } from './alias-budget';
import { fieldName } from './mapping-key';
import { type Anchored, OpenCollection, pathOf } from './open-collection';
import { type ReadProblem, type ReadRule, readProblem, UnreadableDocument } from './problem';
import { plainValue, resolvePlain, type Scalar, scalarOf } from './scalar';
import { fullTag, isKnownTag, MERGE_TAG, resolveTagged } from './tag';
import {
  ALIAS,
  DOCUMENT,
  hasSurrogateEscape,
  isPlain,
  MAPPING,
  POP,
  SCALAR,
  scalarText,
  startOf,
  type YamlAlias,
  type YamlCollection,
  type YamlEvent,
  type YamlScalar,
} from './yaml-events';

/** The value of a document, and what is wrong with its text. */
export interface Composition {
  readonly value: unknown;
  readonly problems: readonly ReadProblem[];
}

/** Problems of one document beyond these are not collected. */
const MAX_PROBLEMS = 1000;

/**
 * Makes the value of a document that has been parsed, as kubectl's YAML library does: the last of two equal keys
 * counts, an alias shares the value of its anchor, `<<` copies fields to where it stands.
 *
 * @param isJson whether the text is JSON, which knows escapes that YAML does not.
 * @throws UnreadableDocument when no value can be made of it.
 */
export function compose(text: string, events: readonly YamlEvent[], isJson: boolean): Composition {
  return new Composer(text, isJson).run(events);
}

class Composer {
  private readonly problems: ReadProblem[] = [];
  private readonly budget = new AliasBudget();
  private readonly anchors = new Map<string, Anchored>();
  private readonly open: OpenCollection[] = [];
  private root: unknown = null;

  constructor(
    private readonly text: string,
    private readonly isJson: boolean,
  ) {}

  run(events: readonly YamlEvent[]): Composition {
    let documents = 0;
    for (const event of events) {
      if (event.type === DOCUMENT) documents += 1;
      else if (documents < 2) this.take(event);
      else {
        // An empty document at the end is nothing to be lost.
        if (event.type !== POP && startOf(event) >= 0) this.complain('ignored-document', startOf(event));
        break;
      }
    }
    if (this.budget.isExceeded) throw this.refusal('excessive-aliases', 0);
    return { value: this.root, problems: this.problems };
  }

  private take(event: Exclude<YamlEvent, { type: typeof DOCUMENT }>): void {
    if (event.type === SCALAR) this.addScalar(event);
    else if (event.type === POP) this.end();
    else if (event.type === ALIAS) this.addAlias(event);
    else this.begin(event);
  }

  private begin(event: YamlCollection): void {
    const isMap = event.type === MAPPING;
    this.budget.addValue();
    if (event.tagStart >= 0) this.tagOf(event, isMap ? 'map' : 'seq');
    const value = isMap ? {} : [];
    const anchored = event.anchorStart >= 0 ? { value, size: 1, open: true } : undefined;
    if (anchored) this.anchors.set(this.nameOf(event), anchored);
    this.open.push(new OpenCollection(isMap, value, event.start, anchored));
  }

  private end(): void {
    const ended = this.open.pop();
    // Without one, it is the document that ends.
    if (!ended) return;
    if (ended.anchored) Object.assign(ended.anchored, { size: ended.size, open: false });
    this.place(ended.value, ended.size, ended.start);
  }

  private addAlias(event: YamlAlias): void {
    const offset = startOf(event);
    const target = this.anchors.get(this.nameOf(event));
    if (!target) throw this.refusal('unknown-anchor', offset);
    if (target.open) throw this.refusal('recursive-alias', offset);
    this.budget.addAlias(target.size);
    if (this.budget.isExceeded) throw this.refusal('excessive-aliases', offset);
    this.place(target.value, 1 + target.size, offset);
  }

  private addScalar(event: YamlScalar): void {
    this.budget.addValue();
    const text = scalarText(this.text, event);
    const parent = this.open.at(-1);
    if (parent?.awaitsKey) this.setKey(parent, text, event);
    else this.place(this.valueOf(text, event), 1, event.valueStart);
  }

  private valueOf(text: string, event: YamlScalar): unknown {
    if (event.tagStart < 0 && event.fast && event.anchorStart < 0) {
      const value = isPlain(event) ? plainValue(text) : text;
      if (typeof value !== 'number' || Number.isFinite(value)) return value;
    }
    const { value } = this.resolve(text, event);
    if (typeof value !== 'number' || Number.isFinite(value)) return value;
    this.complain('unsupported-number', startOf(event));
    return null;
  }

  private resolve(text: string, event: YamlScalar): Scalar {
    if (!this.isJson && hasSurrogateEscape(this.text, event)) {
      throw this.refusal('yaml-syntax', startOf(event));
    }
    let scalar: Scalar = isPlain(event) ? resolvePlain(text) : { type: 'string', value: text };
    if (event.tagStart >= 0) {
      const tagged = resolveTagged(this.tagOf(event, 'scalar'), text);
      if ('problem' in tagged) this.complain('wrong-tag', startOf(event), tagged.problem);
      scalar = 'problem' in tagged ? scalarOf(null) : tagged.scalar;
    }
    if (event.anchorStart >= 0) {
      this.anchors.set(this.nameOf(event), { value: scalar.value, size: 1, open: false });
    }
    return scalar;
  }

  private setKey(map: OpenCollection, text: string, event: YamlScalar): void {
    const plain = event.fast && event.tagStart < 0 && event.anchorStart < 0 && isPlain(event);
    map.isMerge = text === '<<' && this.isMergeKey(event);
    this.nameField(map, plain ? resolvePlain(text) : this.resolve(text, event), event.valueStart);
  }

  private isMergeKey(event: YamlScalar): boolean {
    return event.tagStart < 0 ? isPlain(event) : this.tagOf(event, 'scalar') === MERGE_TAG;
  }

  private nameField(map: OpenCollection, key: Scalar, offset: number): void {
    const name = fieldName(key);
    map.keyStart = offset;
    map.key = name ?? null;
    if (name === undefined) this.complain('unsupported-key', offset);
  }

  /** Puts a value into the map or list that is open, or makes it the document's. */
  private place(value: unknown, size: number, offset: number): void {
    const parent = this.open.at(-1);
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

  /** The full name of a node's tag. */
  private tagOf(event: YamlScalar | YamlCollection, kind: 'scalar' | 'map' | 'seq'): string {
    const tag = fullTag(this.text.slice(event.tagStart, event.tagEnd));
    if (!isKnownTag(tag, kind)) this.complain('unknown-tag', event.tagStart);
    return tag;
  }

  private nameOf({ anchorStart, anchorEnd }: YamlScalar | YamlCollection | YamlAlias): string {
    return this.text.slice(anchorStart, anchorEnd);
  }

  private complain(rule: ReadRule, offset: number, message?: string): void {
    if (this.problems.length >= MAX_PROBLEMS) return;
    this.problems.push(readProblem(rule, Math.max(offset, 0), pathOf(this.open), message));
  }

  private refusal(rule: ReadRule, offset: number): UnreadableDocument {
    return new UnreadableDocument(readProblem(rule, Math.max(offset, 0), pathOf(this.open)));
  }
}
