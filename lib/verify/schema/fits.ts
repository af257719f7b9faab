import { type Data, isData } from '../manifest';
import { type Allowance, MAX_DEPTH } from './bounds';
import { fitsScalar } from './scalar';
import type { Shape } from './shape';

/**
 * Whether a value is just as the server would keep it: every type right, no unknown field, no field that is
 * dropped, no `null`; `Decoder` says what is wrong otherwise. Nearly all objects are right, so this is what decoding
 * costs: it allocates nothing, and makes no call for a text. What an object inherits makes it no as well; `Decoder`
 * passes over that.
 */
export function fits(value: unknown, shape: Shape, allowance: Allowance, depth = 0): boolean {
  const { format } = shape;
  if (format === 'object') {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    if (depth >= MAX_DEPTH || allowance.values <= 0) return beyond(allowance, depth);
    const { known } = shape;
    let count = 0;
    for (const key in value) {
      const field = known[key] ?? shape.keptField(key);
      if (field === undefined) return false;
      const inside = (value as Data)[key];
      if (typeof inside !== field.plainType && !fits(inside, field, allowance, depth + 1)) return false;
      count++;
    }
    allowance.values -= count;
    return true;
  }
  if (format === 'array') {
    return Array.isArray(value) && itemsFit(value, shape.inside as Shape, allowance, depth);
  }
  if (format === 'map') return isData(value) && entriesFit(value, shape.inside as Shape, allowance, depth);
  return fitsOther(value, shape, allowance, depth);
}

/** Whether a value is what JSON can hold, within the bounds of an object. */
export function isJson(value: unknown, allowance: Allowance, depth = 0): boolean {
  switch (typeof value) {
    case 'string':
    case 'boolean':
    case 'bigint':
    case 'undefined':
      return true;
    case 'number':
      return Number.isFinite(value);
    case 'object':
      if (value === null) return true;
      if (depth >= MAX_DEPTH || allowance.values <= 0) return beyond(allowance, depth);
      for (const part of Array.isArray(value) ? value : Object.values(value)) {
        allowance.values--;
        if (!isJson(part, allowance, depth + 1)) return false;
      }
      return true;
    default:
      return false;
  }
}

function fitsOther(value: unknown, shape: Shape, allowance: Allowance, depth: number): boolean {
  switch (shape.format) {
    case 'any':
      return value !== null && value !== undefined && isJson(value, allowance, depth);
    case 'schema-or-boolean':
      return typeof value === 'boolean' || fits(value, shape.inside as Shape, allowance, depth);
    case 'schema-or-list':
    case 'schema-or-strings':
      return fits(value, shape.inside as Shape, allowance, depth);
    default:
      return fitsScalar(value, shape.format);
  }
}

function entriesFit(entries: Data, shape: Shape, allowance: Allowance, depth: number): boolean {
  if (depth >= MAX_DEPTH || allowance.values <= 0) return beyond(allowance, depth);
  let count = 0;
  for (const key in entries) {
    const entry = entries[key];
    if (typeof entry !== shape.plainType && !fits(entry, shape, allowance, depth + 1)) return false;
    count++;
  }
  allowance.values -= count;
  return true;
}

function itemsFit(items: readonly unknown[], shape: Shape, allowance: Allowance, depth: number): boolean {
  if (depth >= MAX_DEPTH || allowance.values <= 0) return beyond(allowance, depth);
  allowance.values -= items.length;
  for (let at = 0; at < items.length; at++) {
    const item = items[at];
    if (typeof item !== shape.plainType && !fits(item, shape, allowance, depth + 1)) return false;
  }
  return true;
}

/** An object or a list is too deep, or one too many. */
function beyond(allowance: Allowance, depth: number): false {
  if (depth >= MAX_DEPTH) allowance.deep = true;
  return false;
}
