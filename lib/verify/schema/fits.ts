import { type Data, isData } from '../manifest';
import { type Allowance, MAX_DEPTH } from './bounds';
import { fitsScalar } from './scalar';
import type { Shape } from './shape';

/**
 * Whether a value is just as the server would keep it: every type right, no unknown field, no field that is
 * dropped, no `null`. The common case, so it allocates next to nothing; `Decoder` says what is wrong otherwise.
 */
export function fits(value: unknown, shape: Shape, allowance: Allowance, depth = 0): boolean {
  if (shape.gate) return false;
  switch (shape.format) {
    case 'object':
      return isData(value) && within(allowance, depth) && fieldsFit(value, shape, allowance, depth + 1);
    case 'map':
      return isData(value) && within(allowance, depth) && valuesFit(value, shape, allowance, depth + 1);
    case 'array':
      return Array.isArray(value) && within(allowance, depth) && itemsFit(value, shape, allowance, depth + 1);
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
      if (!within(allowance, depth)) return false;
      for (const part of Array.isArray(value) ? value : Object.values(value)) {
        allowance.values--;
        if (!isJson(part, allowance, depth + 1)) return false;
      }
      return true;
    default:
      return false;
  }
}

function fieldsFit(value: Data, shape: Shape, allowance: Allowance, depth: number): boolean {
  const { known } = shape;
  for (const key of Object.keys(value)) {
    const field = known.get(key) ?? shape.field(key);
    allowance.values--;
    if (field === undefined || !fits(value[key], field, allowance, depth)) return false;
  }
  return true;
}

function valuesFit(value: Data, shape: Shape, allowance: Allowance, depth: number): boolean {
  const inside = shape.inside as Shape;
  for (const key of Object.keys(value)) {
    allowance.values--;
    if (!fits(value[key], inside, allowance, depth)) return false;
  }
  return true;
}

function itemsFit(value: readonly unknown[], shape: Shape, allowance: Allowance, depth: number): boolean {
  const inside = shape.inside as Shape;
  for (const item of value) {
    allowance.values--;
    if (!fits(item, inside, allowance, depth)) return false;
  }
  return true;
}

function within(allowance: Allowance, depth: number): boolean {
  if (depth >= MAX_DEPTH) allowance.deep = true;
  return depth < MAX_DEPTH && allowance.values > 0;
}
