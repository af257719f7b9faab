import { type CelType, DYN, isSameType } from './types';

/**
 * What is known of types that are still open. Dynamic values fit everywhere, and where two types meet, the more
 * general one stays.
 */
export class Substitution {
  constructor(private known: ReadonlyMap<string, CelType> = new Map()) {}

  /** Whether values of these types fit where those types are wanted; only then something is learnt. */
  assign(values: readonly CelType[], wanted: readonly CelType[]): boolean {
    if (values.length !== wanted.length) return false;
    const before = this.known;
    if (values.every((value, at) => this.fits(value, wanted[at] as CelType))) return true;
    this.known = before;
    return false;
  }

  /** The type that both are of; undefined where there is none. */
  join(a: CelType, b: CelType): CelType | undefined {
    return this.assign([a], [b]) ? moreGeneral(a, b) : undefined;
  }

  /** A type with what is known filled in; with `close`, what is still open is dynamic. */
  apply(type: CelType, close: boolean): CelType {
    if (type.kind === 'param') {
      const found = this.known.get(type.name);
      if (found) return this.apply(found, close);
      return close ? DYN : type;
    }
    if (type.params.length === 0) return type;
    return { ...type, params: type.params.map(param => this.apply(param, close)) };
  }

  private fits(value: CelType, wanted: CelType): boolean {
    if (wanted.kind === 'param') {
      const found = this.bind(value, wanted);
      if (found !== 'conflict-new') return found === 'bound';
    }
    if (value.kind === 'param') return this.bind(wanted, value) === 'bound';
    if (value.kind === 'dyn' || wanted.kind === 'dyn') return true;
    if (value.kind === 'null') return fitsNull(wanted);
    if (wanted.kind === 'null') return fitsNull(value);
    if (value.kind !== wanted.kind) return false;
    if (value.kind === 'type') return true;
    return (
      value.name === wanted.name &&
      value.params.length === wanted.params.length &&
      value.params.every((param, at) => this.fits(param, wanted.params[at] as CelType))
    );
  }

  /** `conflict-new`: the open type is part of the other one. */
  private bind(type: CelType, open: CelType): 'bound' | 'conflict' | 'conflict-new' {
    if (isSameType(type, open)) return 'bound';
    const found = this.known.get(open.name);
    if (!found) return this.learn(open, type) ? 'bound' : 'conflict-new';
    if (isSameType(type, found)) return 'bound';
    if (!this.fits(type, found)) return 'conflict';
    this.learn(open, moreGeneral(type, found));
    return 'bound';
  }

  private learn(open: CelType, type: CelType): boolean {
    if (this.refersTo(type, open.name)) return false;
    this.known = new Map(this.known).set(open.name, type);
    return true;
  }

  private refersTo(type: CelType, name: string): boolean {
    if (type.kind !== 'param') return type.params.some(param => this.refersTo(param, name));
    if (type.name === name) return true;
    const found = this.known.get(type.name);
    return found !== undefined && this.refersTo(found, name);
  }
}

/** Objects, times and abstract values may be null; numbers, texts, lists and maps may not. */
function fitsNull(type: CelType): boolean {
  return (
    type.kind === 'null' ||
    type.kind === 'object' ||
    type.kind === 'timestamp' ||
    type.kind === 'duration' ||
    type.kind === 'abstract'
  );
}

function moreGeneral(a: CelType, b: CelType): CelType {
  return isAsGeneral(a, b) ? a : b;
}

function isAsGeneral(a: CelType, b: CelType): boolean {
  if (a.kind === 'dyn' || a.kind === 'param') return true;
  if (b.kind === 'dyn' || b.kind === 'param') return false;
  if (a.kind !== b.kind || a.name !== b.name || a.params.length !== b.params.length) return false;
  return a.params.every((param, at) => isAsGeneral(param, b.params[at] as CelType));
}
