import { FieldPath } from '../../verify/field-path';
import { UnserializableValueError } from './unserializable-value-error';

/** How many lists and maps may be in one another: readers of YAML have limits, too. */
export const MAX_DEPTH = 1000;

/** Half of a pair that makes one character: UTF-8 has no bytes for it. */
export const LONE_SURROGATE = /\p{Surrogate}/u;

/** What is thrown on the way where a value is not plain. Where it is, and why, is looked for afterwards. */
export const NOT_PLAIN = new Error('a value is not plain');

/** Whether something is a plain object, of this realm or another one, and not an instance of a class. */
export function isObject(value: object): value is Readonly<Record<string, unknown>> {
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** The first value in a manifest that YAML cannot hold. */
export function firstFault(manifest: unknown): UnserializableValueError | undefined {
  return faultIn(manifest, FieldPath.ROOT, new Set());
}

function faultIn(
  value: unknown,
  path: FieldPath,
  ancestors: Set<unknown>,
): UnserializableValueError | undefined {
  const fault = ancestors.has(value) ? CYCLE : faultOf(value, ancestors.size);
  if (fault) return new UnserializableValueError(String(path), ...fault);
  if (typeof value !== 'object' || value === null) return undefined;
  ancestors.add(value);
  for (const [key, part, place] of partsOf(value, path)) {
    if (LONE_SURROGATE.test(key)) return new UnserializableValueError(String(place), ...HALF_CHARACTER);
    const found = faultIn(part, place, ancestors);
    if (found) return found;
  }
  ancestors.delete(value);
  return undefined;
}

function* partsOf(value: object, path: FieldPath): Generator<[key: string, part: unknown, place: FieldPath]> {
  if (Array.isArray(value)) {
    for (const [at, item] of value.entries()) yield ['', item, path.index(at)];
    return;
  }
  for (const [key, part] of Object.entries(value)) {
    yield [key, part, /^[a-z]\w*$/i.test(key) ? path.child(key) : path.key(key)];
  }
}

type Fault = readonly [type: string, fix: string];

const CYCLE: Fault = ['an object that holds itself', 'leave the reference back out'];
const TOO_DEEP: Fault = [`nested more than ${MAX_DEPTH} levels deep`, 'nest it less'];
const HALF_CHARACTER: Fault = [
  'text with half a character (a lone surrogate)',
  'cut text between whole characters, or encode bytes as base64',
];

/** What is wrong with a value itself; never the value, which may be a secret. */
function faultOf(value: unknown, depth: number): Fault | undefined {
  switch (typeof value) {
    case 'string':
      return LONE_SURROGATE.test(value) ? HALF_CHARACTER : undefined;
    case 'number':
      return Number.isFinite(value) ? undefined : [String(value), 'write a finite number'];
    case 'undefined':
      return ['undefined', 'leave it out, or write null'];
    case 'bigint':
      return ['a bigint', 'write a number, or text beyond 2^53'];
    case 'function':
      return ['a function', 'write what it returns'];
    case 'symbol':
      return ['a symbol', 'write text'];
    case 'object':
      if (value === null) return undefined;
      if (depth >= MAX_DEPTH) return TOO_DEEP;
      return Array.isArray(value) || isObject(value) ? undefined : faultOfInstance(value);
    default:
      return undefined;
  }
}

function faultOfInstance(value: object): Fault {
  if (value instanceof Date) return ['a Date', 'write the text of its toISOString()'];
  if (value instanceof Map) return ['a Map', 'write an object: Object.fromEntries()'];
  if (value instanceof Set) return ['a Set', 'write a list: Array.from()'];
  if (ArrayBuffer.isView(value)) return ['bytes', 'write text, or encode them as base64'];
  return [`an instance of ${value.constructor?.name || 'a class'}`, 'write an object of its fields'];
}
