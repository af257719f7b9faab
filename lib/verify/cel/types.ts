/** A type of CEL, as the checker sees it. Types are compared by what they say, not by identity. */
export interface CelType {
  /** `dyn`, `int`, `list`, `object`; `param` for a type that is still open. */
  readonly kind: TypeKind;
  /** Of objects and abstract types: their name; of open types: a number of their own. */
  readonly name: string;
  /** Of lists, maps, optionals and `type`. */
  readonly params: readonly CelType[];
}

/** The kinds of types. */
export type TypeKind =
  | 'bool'
  | 'int'
  | 'uint'
  | 'double'
  | 'string'
  | 'bytes'
  | 'null'
  | 'timestamp'
  | 'duration'
  | 'dyn'
  | 'list'
  | 'map'
  | 'type'
  | 'object'
  | 'abstract'
  | 'param';

const NO_PARAMS: readonly CelType[] = [];

/** The name of the abstract type of a value that may be absent. */
const OPTIONAL = 'optional_type';

export const BOOL = simple('bool');
export const INT = simple('int');
export const UINT = simple('uint');
export const DOUBLE = simple('double');
export const STRING = simple('string');
export const BYTES = simple('bytes');
export const NULL = simple('null');
export const TIMESTAMP = simple('timestamp');
export const DURATION = simple('duration');
export const DYN = simple('dyn');
export const TYPE = simple('type');

/** A list of elements. */
export function listOf(element: CelType): CelType {
  return { kind: 'list', name: '', params: [element] };
}

/** A map. */
export function mapOf(key: CelType, value: CelType): CelType {
  return { kind: 'map', name: '', params: [key, value] };
}

/** A value that may be absent. */
export function optionalOf(value: CelType): CelType {
  return { kind: 'abstract', name: OPTIONAL, params: [value] };
}

/** A type with fields. */
export function objectType(name: string): CelType {
  return { kind: 'object', name, params: NO_PARAMS };
}

/** A type that functions alone know, such as a quantity. */
export function abstractType(name: string): CelType {
  return { kind: 'abstract', name, params: NO_PARAMS };
}

/** A type that is still open. */
export function paramType(name: string): CelType {
  return { kind: 'param', name, params: NO_PARAMS };
}

/** What an optional holds; undefined for any other type. */
export function insideOptional(type: CelType): CelType | undefined {
  return type.kind === 'abstract' && type.name === OPTIONAL ? type.params[0] : undefined;
}

/** Whether two types are the same. */
export function isSameType(a: CelType, b: CelType): boolean {
  return (
    a === b ||
    (a.kind === b.kind &&
      a.name === b.name &&
      a.params.length === b.params.length &&
      a.params.every((param, at) => isSameType(param, b.params[at] as CelType)))
  );
}

/** A type as messages write it: `list(string)`. */
export function typeText({ kind, name, params }: CelType): string {
  const text = name === OPTIONAL ? 'optional' : kind === 'param' ? 'dyn' : name || kind;
  return params.length === 0 ? text : `${text}(${params.map(typeText).join(', ')})`;
}

function simple(kind: TypeKind): CelType {
  return { kind, name: '', params: NO_PARAMS };
}
