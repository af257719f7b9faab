import { type ApiSchema, fieldsOf } from '../../../kubernetes/api-types';
import type { KubernetesVersion } from '../../../kubernetes/kubernetes-version';
import { isQuantity, quantityNanos } from '../../../kubernetes/quantity';
import { type Data, isData } from '../../manifest';
import { isSame } from '../../same';
import { isValueStruct, zeroCounts } from './absence';
import { defaultOf } from './defaults';
import { filled } from './fills';

/**
 * The form in which the server compares values: defaults are the same as nothing, and so are empty lists and maps,
 * and zeros where the API has no pointer; quantities are amounts, and times are points in time.
 *
 * @returns undefined where the value is the same as nothing.
 */
export function storedForm(value: unknown, schema: ApiSchema, version: KubernetesVersion): unknown {
  if (value === undefined || value === null) return undefined;
  switch (schema.type) {
    case 'object':
      return isData(value) ? storedFields(value, schema.of, version) : value;
    case 'map':
      return isData(value) ? storedEntries(value, schema.values, version) : value;
    case 'array':
      return Array.isArray(value) ? storedItems(value, schema.items, version) : value;
    case 'quantity':
      return amountOf(value);
    case 'byte':
      return typeof value === 'string' ? Buffer.from(value, 'base64').toString('base64') : value;
    case 'date-time':
    case 'date-time-micro':
      return timeOf(value);
    default:
      return value;
  }
}

/** The stored form of a field of a type; undefined where it is the same as nothing. */
export function storedField(type: string, name: string, value: unknown, version: KubernetesVersion): unknown {
  const field = fieldsOf(type, version)?.get(name);
  if (!field) return undefined;
  const stored = storedForm(value, field.schema, version);
  if (stored === undefined || isSame(stored, defaultOf(type, name))) return undefined;
  if (isData(stored)) return isEmpty(stored) && isValueStruct(type, name) ? undefined : stored;
  return isZero(stored) && !zeroCounts(type, name) ? undefined : stored;
}

function storedFields(value: Data, type: string, version: KubernetesVersion): Data {
  const whole = filled(type, value);
  const stored: Record<string, unknown> = {};
  for (const name of Object.keys(whole)) {
    const part = storedField(type, name, whole[name], version);
    if (part !== undefined) stored[name] = part;
  }
  return stored;
}

function storedEntries(value: Data, values: ApiSchema, version: KubernetesVersion): unknown {
  const keys = Object.keys(value);
  if (keys.length === 0) return undefined;
  return Object.fromEntries(keys.map(key => [key, storedForm(value[key], values, version)]));
}

function storedItems(value: readonly unknown[], items: ApiSchema, version: KubernetesVersion): unknown {
  return value.length === 0 ? undefined : value.map(item => storedForm(item, items, version));
}

function amountOf(value: unknown): unknown {
  const text = String(value);
  return isQuantity(text) ? `${quantityNanos(text)}n` : value;
}

function timeOf(value: unknown): unknown {
  const time = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(time) ? value : time;
}

function isEmpty(value: Data): boolean {
  for (const _ in value) return false;
  return true;
}

function isZero(value: unknown): boolean {
  return value === '' || value === 0 || value === false;
}
