import type { FieldPath } from '../../field-path';
import { type Data, isData } from '../../manifest';
import { isSame } from '../../same';
import { itemsOf, type JsonSchema, propertyOf, valuesOf } from './json-schema';

/** What a value was before an update. */
export interface Former {
  /** Undefined where it was not there, or nothing tells which one it was. */
  readonly value: unknown;
  /** Whether it is as it was, or something around it is. */
  readonly isKept: boolean;
}

/** A value that a schema speaks of. */
export interface ValueSite {
  readonly value: unknown;
  readonly former: Former;
  readonly schema: JsonSchema;
  readonly path: FieldPath;
}

/** What a value of a new object was before. */
export const NEW: Former = { value: undefined, isKept: false };

/** What the value of a whole object was before. */
export function formerOf(value: unknown, old: unknown): Former {
  return { value: old, isKept: isSame(value, old) };
}

/** Visits a value, and all that its schema speaks of in it, from the outside in. What is `null` is passed over. */
export function walkValues(
  value: unknown,
  former: Former,
  schema: JsonSchema,
  path: FieldPath,
  visit: (site: ValueSite) => void,
): void {
  if (value === null || value === undefined) return;
  visit({ value, former, schema, path });
  if (Array.isArray(value)) {
    const items = itemsOf(schema);
    if (!items) return;
    for (const [index, item] of value.entries()) {
      const before = inside(former, item, itemBefore(former.value, item, schema));
      walkValues(item, before, items, path.index(index), visit);
    }
  } else if (isData(value)) {
    const fields = isData(former.value) ? former.value : NO_FIELDS;
    for (const [name, field] of Object.entries(value)) {
      const property = propertyOf(schema, name);
      const known = property ?? valuesOf(schema);
      if (!known) continue;
      const before = inside(former, field, Object.hasOwn(fields, name) ? fields[name] : undefined);
      walkValues(field, before, known, property ? path.child(name) : path.key(name), visit);
    }
  }
}

const NO_FIELDS: Data = {};

function inside(around: Former, value: unknown, old: unknown): Former {
  if (old === undefined || old === null) return { value: undefined, isKept: around.isKept };
  return { value: old, isKept: around.isKept || isSame(value, old) };
}

/** The former item that an item replaces: only lists that are maps tell, by their keys. */
function itemBefore(list: unknown, item: unknown, schema: JsonSchema): unknown {
  const keys = schema['x-kubernetes-list-map-keys'] ?? [];
  if (schema['x-kubernetes-list-type'] !== 'map' || keys.length === 0 || !Array.isArray(list))
    return undefined;
  const identity = identityOf(item, keys);
  return identity === undefined ? undefined : list.find(one => identityOf(one, keys) === identity);
}

function identityOf(item: unknown, keys: readonly string[]): string | undefined {
  if (!isData(item)) return undefined;
  const values = keys.map(key => item[key]);
  return values.every(isScalar) ? JSON.stringify(values) : undefined;
}

function isScalar(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
