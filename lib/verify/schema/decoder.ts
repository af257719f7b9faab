import { similarName } from '../../kubernetes/api-spelling';
import { versionsOfField } from '../../kubernetes/api-types';
import { isBefore, type KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { FieldPath } from '../field-path';
import { type Data, isData } from '../manifest';
import { type Allowance, MAX_DEPTH } from './bounds';
import type { FieldGate } from './field-gates';
import { isJson } from './fits';
import { beyondBounds, type DecodeProblem, droppedField, notJson, unknownField, wrongType } from './problem';
import { fitsScalar } from './scalar';
import type { Shape } from './shape';
import { zeroOf } from './zero';

/** Where the decoder is. Strict decoding spells the entries of maps as if they were fields; validation does not. */
export interface Place {
  readonly path: FieldPath;
  readonly strictPath: FieldPath;
  readonly depth: number;
  /** Below a value that reads itself, which strict decoding does not look into: unknown fields go unsaid. */
  readonly lax: boolean;
}

/** The whole object. */
export const ROOT: Place = { path: FieldPath.ROOT, strictPath: FieldPath.ROOT, depth: 0, lax: false };

/** How many unknown fields get a guess at what was meant. */
const MOST_HINTS = 50;

/** Copies an object as the server keeps it, and says what it refuses or drops on the way. */
export class Decoder {
  readonly problems: DecodeProblem[] = [];
  private hints = MOST_HINTS;

  constructor(
    private readonly version: KubernetesVersion,
    private readonly allowance: Allowance,
  ) {}

  /** The value without what is wrong; undefined where nothing is left of it. */
  decode(value: unknown, shape: Shape, place: Place): unknown {
    if (value === null || value === undefined) return undefined;
    if (place.depth > MAX_DEPTH) return this.refuse(beyondBounds(place.path.toString(), 'deep'));
    switch (shape.format) {
      case 'object':
        return isData(value) ? this.fields(value, shape, place) : this.misfit(value, shape, place);
      case 'map':
        return isData(value) ? this.entries(value, shape, place) : this.misfit(value, shape, place);
      case 'array':
        return Array.isArray(value)
          ? this.items(value, shape.inside as Shape, place)
          : this.misfit(value, shape, place);
      case 'any':
        return this.json(value, place);
      case 'schema-or-boolean':
        return typeof value === 'boolean' ? value : this.schema(value, shape, place);
      case 'schema-or-list':
      case 'schema-or-strings':
        return this.schemaOrList(value, shape, place);
      default:
        return this.scalar(value, shape, place);
    }
  }

  private fields(value: Data, shape: Shape, place: Place): Data | undefined {
    const copy: Record<string, unknown> = {};
    for (const key of Object.keys(value)) {
      if (this.spend()) return copy;
      const field = shape.field(key);
      if (field) {
        const inside = below(place, key, 'field');
        const decoded = this.decode(value[key], field, inside);
        const gate = this.gateOn(value[key], field, inside);
        if (gate) this.problems.push(droppedField(inside.path.toString(), gate));
        if (!gate || isSeen(gate, inside)) put(copy, key, decoded);
      } else if (!place.lax) {
        this.problems.push(
          unknownField(place.strictPath.child(key).toString(), this.hintsFor(shape.type, key, shape)),
        );
      }
    }
    return copy;
  }

  private entries(value: Data, shape: Shape, place: Place): Data | undefined {
    const copy: Record<string, unknown> = {};
    const inside = shape.inside as Shape;
    for (const key of Object.keys(value)) {
      if (this.spend()) return copy;
      put(copy, key, this.decode(value[key], inside, below(place, key, 'entry')) ?? zeroOf(inside));
    }
    return copy;
  }

  private items(value: readonly unknown[], inside: Shape, place: Place): unknown[] {
    const copy: unknown[] = [];
    for (const [index, item] of value.entries()) {
      if (this.spend()) return copy;
      copy.push(this.decode(item, inside, below(place, index, 'item')) ?? zeroOf(inside));
    }
    return copy;
  }

  private json(value: unknown, place: Place): unknown {
    if (isJson(value, this.allowance, place.depth)) return value;
    return this.refuse(notJson(place.path.toString(), value, this.allowance));
  }

  private schema(value: unknown, shape: Shape, place: Place): unknown {
    return isData(value)
      ? this.decode(value, shape.inside as Shape, { ...place, lax: true })
      : this.misfit(value, shape, place);
  }

  /** The server passes over anything here that is neither. */
  private schemaOrList(value: unknown, shape: Shape, place: Place): unknown {
    if (!Array.isArray(value)) return isData(value) ? this.schema(value, shape, place) : undefined;
    if (shape.format === 'schema-or-list')
      return this.items(value, shape.inside as Shape, { ...place, lax: true });
    return value.filter((item, index) => {
      const fine = item === null || typeof item === 'string';
      if (!fine) this.problems.push(wrongType(place.path.index(index).toString(), item, 'string'));
      return typeof item === 'string';
    });
  }

  private scalar(value: unknown, shape: Shape, place: Place): unknown {
    if (fitsScalar(value, shape.format)) return value;
    if (typeof value === 'bigint' && fitsScalar(Number(value), shape.format)) return Number(value);
    if (shape.format === 'byte' && isBytes(value)) return Buffer.from(value).toString('base64');
    return this.misfit(value, shape, place);
  }

  /** The gate by which the server drops a field, and with it what validation would say of it. */
  private gateOn(value: unknown, { gate }: Shape, place: Place): FieldGate | undefined {
    if (!gate || value === null || value === undefined || value === gate.unless) return undefined;
    const path = place.path.toString();
    const list = path.slice(0, path.lastIndexOf('['));
    return gate.within === undefined || list.endsWith(`.${gate.within}`) ? gate : undefined;
  }

  private misfit(value: unknown, shape: Shape, place: Place): undefined {
    return this.refuse(wrongType(place.path.toString(), value, shape.format));
  }

  private refuse(problem: DecodeProblem): undefined {
    this.problems.push(problem);
    return undefined;
  }

  /** Counts a value; true where none is left. */
  private spend(): boolean {
    return this.allowance.values-- <= 0;
  }

  private hintsFor(type: string, name: string, shape: Shape): Parameters<typeof unknownField>[1] {
    if (this.hints-- <= 0) return {};
    const elsewhere = versionsOfField(type, name);
    if (elsewhere) {
      return isBefore(this.version, elsewhere.since)
        ? { since: elsewhere.since }
        : { until: elsewhere.until };
    }
    return { similar: similarName(name, shape.fieldNames()) };
  }
}

/** Whether validation sees a field that the server drops. */
function isSeen({ seen = false, seenIn }: FieldGate, { path }: Place): boolean {
  return seen || (seenIn !== undefined && path.toString().includes(`.${seenIn}.`));
}

function below(place: Place, key: string | number, what: 'field' | 'entry' | 'item'): Place {
  const { path, strictPath, depth, lax } = place;
  if (typeof key === 'number') {
    return { path: path.index(key), strictPath: strictPath.index(key), depth: depth + 1, lax };
  }
  return {
    path: what === 'entry' ? path.key(key) : path.child(key),
    strictPath: strictPath.child(key),
    depth: depth + 1,
    lax,
  };
}

/** An assignment to `__proto__` would change what the copy is. */
function put(copy: Record<string, unknown>, key: string, value: unknown): void {
  if (value === undefined) return;
  if (key !== '__proto__') copy[key] = value;
  else Object.defineProperty(copy, key, { value, enumerable: true, configurable: true, writable: true });
}

/** Go reads bytes from a list of numbers as well. */
function isBytes(value: unknown): value is number[] {
  return Array.isArray(value) && value.every(item => Number.isInteger(item) && item >= 0 && item <= 255);
}
