import {
  abstractType,
  BOOL,
  BYTES,
  type CelType,
  DOUBLE,
  DURATION,
  DYN,
  INT,
  listOf,
  mapOf,
  NULL,
  objectType,
  optionalOf,
  paramType,
  STRING,
  TIMESTAMP,
  TYPE,
  UINT,
} from './types';

/** One form of a function. */
export interface Overload {
  /** Whether it is a method: the first argument is its target. */
  readonly method: boolean;
  readonly args: readonly CelType[];
  readonly result: CelType;
}

/** Functions by name. */
export type Functions = ReadonlyMap<string, readonly Overload[]>;

const SIMPLE: Readonly<Record<string, CelType>> = {
  bool: BOOL,
  bytes: BYTES,
  double: DOUBLE,
  duration: DURATION,
  dyn: DYN,
  int: INT,
  null: NULL,
  string: STRING,
  timestamp: TIMESTAMP,
  type: TYPE,
  uint: UINT,
};

const SIGNATURE = /^(?:([^ ]+) )?([^ (]+)\((.*)\) -> (.+)$/;

/**
 * Reads signatures, one a line: `size(string) -> int`, a method as `string size() -> int`. Types are those of CEL,
 * `list<T>`, `map<K,V>`, `optional<T>`; a capital letter is any type; names of abstract types begin with `#`.
 */
export function readSignatures(...tables: readonly string[]): Functions {
  const functions = new Map<string, Overload[]>();
  for (const line of tables.join('\n').split('\n')) {
    const [, target, name = '', args = '', result = ''] = SIGNATURE.exec(line.trim()) ?? [];
    if (name === '') continue;
    const types = splitTypes(args).map(readType);
    const overload: Overload = {
      method: target !== undefined,
      args: target === undefined ? types : [readType(target), ...types],
      result: readType(result),
    };
    const known = functions.get(name);
    if (known) known.push(overload);
    else functions.set(name, [overload]);
  }
  return functions;
}

/** Reads a type as signatures write it. */
export function readType(text: string): CelType {
  const simple = Object.hasOwn(SIMPLE, text) ? SIMPLE[text] : undefined;
  if (simple) return simple;
  if (/^[A-Z]$/.test(text)) return paramType(text);
  if (text.startsWith('#')) return abstractType(text.slice(1));
  const open = text.indexOf('<');
  if (open < 0) return objectType(text);
  const [first = DYN, second = DYN] = splitTypes(text.slice(open + 1, -1)).map(readType);
  switch (text.slice(0, open)) {
    case 'list':
      return listOf(first);
    case 'map':
      return mapOf(first, second);
    default:
      return optionalOf(first);
  }
}

function splitTypes(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let part = '';
  for (const character of text) {
    if (character === ',' && depth === 0) {
      parts.push(part);
      part = '';
      continue;
    }
    if (character === '<') depth++;
    if (character === '>') depth--;
    part += character;
  }
  if (part !== '') parts.push(part);
  return parts.map(type => type.trim());
}
