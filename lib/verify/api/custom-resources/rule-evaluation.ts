import type { FieldPath } from '../../field-path';
import { isData } from '../../manifest';
import type { FieldErrors } from '../field-errors';
import { itemsOf, type JsonSchema, propertyOf, type ValidationRule, valuesOf } from './json-schema';
import { evaluate } from './rule-program';
import { celName } from './schema-types';

/** Formats that are no texts in CEL: values of theirs are not made here, and rules about them not evaluated. */
const FORMATS_OF_TYPES: ReadonlySet<string> = new Set(['byte', 'date', 'date-time', 'duration']);

/**
 * Holds a value to the rules in CEL of its schema, at every depth. A rule that cannot be evaluated here, or that
 * compares with the state before, is held against nobody.
 *
 * @see https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#validation-rules
 */
export function evaluateRules(
  value: unknown,
  schema: JsonSchema,
  path: FieldPath,
  errors: FieldErrors,
): void {
  if (value === null || value === undefined) return;
  for (const rule of schema['x-kubernetes-validations'] ?? []) {
    if (fails(rule, value, schema)) report(rule, path, errors);
  }
  if (Array.isArray(value)) {
    const items = itemsOf(schema);
    if (items)
      for (const [index, item] of value.entries()) evaluateRules(item, items, path.index(index), errors);
  } else if (isData(value)) {
    for (const [name, field] of Object.entries(value)) {
      const known = propertyOf(schema, name) ?? valuesOf(schema);
      if (known) evaluateRules(field, known, path.child(name), errors);
    }
  }
}

function fails({ rule = '' }: ValidationRule, value: unknown, schema: JsonSchema): boolean {
  if (/\boldSelf\b/.test(rule) || hasTypedText(schema)) return false;
  return evaluate(rule, celValue(value, schema)) === false;
}

function report(
  { rule = '', message, reason, fieldPath }: ValidationRule,
  path: FieldPath,
  errors: FieldErrors,
): void {
  const at = (fieldPath?.match(/[^.[\]']+/g) ?? []).reduce((above, name) => above.child(name), path);
  const text = message?.trim() || `does not hold to the rule ${rule.trim()}`;
  if (reason === 'FieldValueRequired') errors.required(at, text);
  else if (reason === 'FieldValueForbidden') errors.forbidden(at, text);
  else if (reason === 'FieldValueDuplicate') errors.duplicate(at, undefined, text);
  else errors.invalid(at, undefined, text);
}

function hasTypedText(schema: JsonSchema): boolean {
  if (schema.format && FORMATS_OF_TYPES.has(schema.format)) return true;
  const children = [itemsOf(schema), valuesOf(schema), ...Object.values(schema.properties ?? {})];
  return children.some(child => child !== undefined && hasTypedText(child));
}

/** A value as CEL has it: whole numbers are integers by their schema, fields bear the names that CEL writes. */
function celValue(value: unknown, schema: JsonSchema | undefined): unknown {
  if (typeof value === 'number') {
    const whole = schema?.type === 'integer' || schema?.['x-kubernetes-int-or-string'];
    return whole && Number.isInteger(value) ? BigInt(value) : value;
  }
  if (Array.isArray(value)) {
    const items = schema && itemsOf(schema);
    return value.map(item => celValue(item, items));
  }
  if (!isData(value)) return value;
  const values = schema && valuesOf(schema);
  const entries = Object.entries(value).map(([name, field]): [string, unknown] => {
    const property = schema && propertyOf(schema, name);
    return [property ? celName(name) : name, celValue(field, property ?? values)];
  });
  return Object.fromEntries(entries);
}
