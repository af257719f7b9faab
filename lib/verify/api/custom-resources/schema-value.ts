import { isDeepStrictEqual } from 'node:util';
import { isBefore } from '../../../kubernetes/kubernetes-version';
import type { FieldPath } from '../../field-path';
import { isData } from '../../manifest';
import { FieldErrors } from '../field-errors';
import { itemsOf, type JsonSchema, propertyOf, valuesOf } from './json-schema';
import { matchesFormat } from './schema-format';

/**
 * Judges a value against a schema, as the server judges custom resources and defaults.
 *
 * @see https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#validation
 */
export function validateValue(
  value: unknown,
  schema: JsonSchema,
  path: FieldPath,
  errors: FieldErrors,
): void {
  if (value === null && schema.nullable) return;
  if (!hasType(value, schema)) {
    const type = schema['x-kubernetes-int-or-string'] ? 'an integer or a string' : `of type ${schema.type}`;
    errors.typeInvalid(path, value, `must be ${type}`);
    return;
  }
  if (schema.enum && !schema.enum.some(allowed => isDeepStrictEqual(allowed, value))) {
    errors.notSupported(path, value, schema.enum.map(String));
  }
  if (typeof value === 'string') validateText(value, schema, path, errors);
  else if (typeof value === 'number') validateNumber(value, schema, path, errors);
  else if (Array.isArray(value)) validateList(value, schema, path, errors);
  else if (isData(value)) validateObject(value, schema, path, errors);
  validateJunctors(value, schema, path, errors);
}

/**
 * Whether a value is not there once the server has set defaults: `null`, where the schema does not say `nullable`,
 * and what JSON does not write.
 */
export function isDropped(value: unknown, schema: JsonSchema | undefined): boolean {
  if (value === undefined) return true;
  return value === null && schema !== undefined && !schema.nullable;
}

/** Whether a value is of the type that a schema says; every value is where it says none. */
export function hasType(value: unknown, schema: JsonSchema): boolean {
  if (schema['x-kubernetes-int-or-string']) return typeof value === 'string' || Number.isInteger(value);
  switch (schema.type) {
    case undefined:
    case '':
      return true;
    case 'object':
      return isData(value);
    case 'array':
      return Array.isArray(value);
    case 'integer':
      return Number.isInteger(value);
    default:
      return typeof value === schema.type;
  }
}

function validateText(value: string, schema: JsonSchema, path: FieldPath, errors: FieldErrors): void {
  const length = [...value].length;
  const { maxLength, minLength, pattern, format } = schema;
  if (maxLength !== undefined && length > maxLength) errors.tooLong(path, value, maxLength);
  if (minLength !== undefined && length < minLength) {
    errors.invalid(path, value, `must have at least ${minLength} characters`);
  }
  if (pattern && !matchesPattern(value, pattern)) errors.invalid(path, value, `must match ${pattern}`);
  if (format && !matchesFormat(value, format))
    errors.typeInvalid(path, value, `must be of the format ${format}`);
}

const patterns = new Map<string, RegExp | undefined>();

/** Go's regular expressions are not quite JavaScript's: one that cannot be read here is held against nobody. */
function matchesPattern(value: string, pattern: string): boolean {
  if (!patterns.has(pattern)) patterns.set(pattern, readPattern(pattern));
  return patterns.get(pattern)?.test(value) ?? true;
}

function readPattern(pattern: string): RegExp | undefined {
  const ignoreCase = pattern.startsWith('(?i)');
  const source = pattern
    .slice(ignoreCase ? 4 : 0)
    .replaceAll('(?P<', '(?<')
    .replace(/\\A/g, '^')
    .replace(/\\z/g, '$');
  try {
    return new RegExp(source, ignoreCase ? 'i' : '');
  } catch {
    return undefined;
  }
}

function validateNumber(value: number, schema: JsonSchema, path: FieldPath, errors: FieldErrors): void {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = schema;
  if (schema.type === 'integer' && !isBefore(errors.version, '1.36')) {
    for (const bound of [minimum, maximum]) {
      if (bound !== undefined && !Number.isInteger(bound))
        errors.invalid(path, value, `cannot be compared with ${bound}`);
    }
  }
  if (minimum !== undefined && (exclusiveMinimum ? value <= minimum : value < minimum)) {
    errors.invalid(path, value, `must be ${exclusiveMinimum ? 'more than' : 'at least'} ${minimum}`);
  }
  if (maximum !== undefined && (exclusiveMaximum ? value >= maximum : value > maximum)) {
    errors.invalid(path, value, `must be ${exclusiveMaximum ? 'less than' : 'at most'} ${maximum}`);
  }
  if (multipleOf && !Number.isInteger(value / multipleOf)) {
    errors.invalid(path, value, `must be a multiple of ${multipleOf}`);
  }
}

function validateList(
  value: readonly unknown[],
  schema: JsonSchema,
  path: FieldPath,
  errors: FieldErrors,
): void {
  const { maxItems, minItems } = schema;
  if (maxItems !== undefined && value.length > maxItems) errors.tooMany(path, value.length, maxItems);
  if (minItems !== undefined && value.length < minItems) {
    errors.invalid(path, value.length, `must have at least ${minItems} items`);
  }
  const items = itemsOf(schema);
  for (const [index, item] of value.entries())
    if (items) validateValue(item, items, path.index(index), errors);
  validateUnique(value, schema, path, errors);
}

function validateUnique(
  value: readonly unknown[],
  schema: JsonSchema,
  path: FieldPath,
  errors: FieldErrors,
): void {
  const listType = schema['x-kubernetes-list-type'];
  if (listType !== 'set' && listType !== 'map') return;
  const keys = schema['x-kubernetes-list-map-keys'] ?? [];
  const seen = new Set<string>();
  for (const [index, item] of value.entries()) {
    const identity = JSON.stringify(
      listType === 'map' && isData(item) ? keys.map(key => item[key] ?? null) : item,
    );
    if (seen.has(identity))
      errors.duplicate(path.index(index), listType === 'map' ? JSON.parse(identity) : item);
    seen.add(identity);
  }
}

function validateObject(
  value: Readonly<Record<string, unknown>>,
  schema: JsonSchema,
  path: FieldPath,
  errors: FieldErrors,
): void {
  const { maxProperties, minProperties, required = [], properties = {} } = schema;
  const names = Object.keys(value);
  if (maxProperties !== undefined && names.length > maxProperties)
    errors.tooMany(path, names.length, maxProperties);
  if (minProperties !== undefined && names.length < minProperties) {
    errors.invalid(path, names.length, `must have at least ${minProperties} properties`);
  }
  for (const name of required) {
    const hasDefault = properties[name]?.default !== undefined;
    const present = Object.hasOwn(value, name) && !isDropped(value[name], properties[name]);
    if (!hasDefault && !present) errors.required(path.child(name));
  }
  const values = valuesOf(schema);
  for (const name of names) {
    const known = propertyOf(schema, name);
    if (isDropped(value[name], known ?? values)) continue;
    if (known) validateValue(value[name], known, path.child(name), errors);
    else if (values) validateValue(value[name], values, path.child(name), errors);
  }
}

function validateJunctors(value: unknown, schema: JsonSchema, path: FieldPath, errors: FieldErrors): void {
  for (const nested of schema.allOf ?? []) validateValue(value, nested, path, errors);
  const matching = (schemas: readonly JsonSchema[]) =>
    schemas.filter(nested => fits(value, nested, path, errors)).length;
  if (schema.anyOf && matching(schema.anyOf) === 0)
    errors.invalid(path, value, 'must match one of the schemas of anyOf');
  if (schema.oneOf && matching(schema.oneOf) !== 1)
    errors.invalid(path, value, 'must match exactly one of the schemas of oneOf');
  if (schema.not && fits(value, schema.not, path, errors))
    errors.invalid(path, value, 'must not match the schema of not');
}

function fits(value: unknown, schema: JsonSchema, path: FieldPath, errors: FieldErrors): boolean {
  const apart = new FieldErrors(errors.version);
  validateValue(value, schema, path, apart);
  return apart.all.length === 0;
}
