import { isData } from '../../manifest';
import { itemsOf, type JsonSchema, propertyOf, valuesOf } from './json-schema';
import { celText } from './rule-program';
import { celName } from './schema-types';

/** Whether a schema has lists that CEL compares without a look at their order. */
export function hasUnorderedLists(schema: JsonSchema): boolean {
  return some(schema, isUnordered);
}

/**
 * A value as CEL has it: whole numbers are integers by their schema, fields bear the names that CEL writes.
 *
 * @throws Error where a text is not of its format.
 * @param sorted whether sets, and lists that are maps, are put into an order of their own.
 */
export function celValue(value: unknown, schema: JsonSchema | undefined, sorted = false): unknown {
  if (typeof value === 'number') {
    const whole = schema?.type === 'integer' || schema?.['x-kubernetes-int-or-string'];
    return whole && Number.isInteger(value) ? BigInt(value) : value;
  }
  if (typeof value === 'string') return celText(value, schema?.type === 'string' ? schema.format : undefined);
  if (Array.isArray(value)) {
    const items = schema && itemsOf(schema);
    const list = sorted && schema && isUnordered(schema) ? inOrder(value) : value;
    return list.map(item => celValue(item, items, sorted));
  }
  if (!isData(value)) return value;
  const values = schema && valuesOf(schema);
  const entries = Object.entries(value).map(([name, field]): [string, unknown] => {
    const property = schema && propertyOf(schema, name);
    return [property ? celName(name) : name, celValue(field, property ?? values, sorted)];
  });
  return Object.fromEntries(entries);
}

function some(schema: JsonSchema, holds: (schema: JsonSchema) => boolean | undefined): boolean {
  if (holds(schema)) return true;
  const children = [itemsOf(schema), valuesOf(schema), ...Object.values(schema.properties ?? {})];
  return children.some(child => child !== undefined && some(child, holds));
}

function isUnordered(schema: JsonSchema): boolean {
  const type = schema['x-kubernetes-list-type'];
  return type === 'set' || type === 'map';
}

function inOrder(list: readonly unknown[]): readonly unknown[] {
  const texts = list.map((item, index): [string, number] => [JSON.stringify(item), index]);
  return texts.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, index]) => list[index]);
}
