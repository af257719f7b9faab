import { KUBERNETES_VERSIONS } from '../../kubernetes/kubernetes-version';
import type { Finding } from '../finding';
import { isData } from '../manifest';
import { type Allowance, MAX_DEPTH, MAX_VALUES } from './bounds';
import { FEATURE_GATES_PAGE, type FieldGate } from './field-gates';
import type { ShapeFormat } from './shape';

/** Something that decoding found, before it is known whose it is. */
export type DecodeProblem = Omit<Finding, 'object'>;

const EXPECTED: Readonly<Record<ShapeFormat, string>> = {
  string: 'a string',
  boolean: 'true or false',
  int32: 'a whole number',
  int64: 'a whole number',
  double: 'a number',
  byte: 'a string in base64',
  'date-time': 'a time such as 2024-01-31T08:00:00Z',
  'date-time-micro': 'a time with microseconds such as 2024-01-31T08:00:00.000000Z',
  quantity: 'a quantity such as 500m or 2Gi',
  'int-or-string': 'a whole number or a string',
  any: 'what JSON can hold',
  array: 'a list',
  map: 'an object',
  object: 'an object',
  'schema-or-boolean': 'an object, true or false',
  'schema-or-list': 'an object or a list',
  'schema-or-strings': 'an object or a list of strings',
};

/** What of a format's values has a form of its own, and the longest value that a finding shows. */
const FORMATTED: readonly ShapeFormat[] = ['byte', 'date-time', 'date-time-micro', 'quantity'];
const LONGEST_SHOWN = 100;

const NEWEST = KUBERNETES_VERSIONS.at(-1);

const UNKNOWN_FIELDS =
  'https://kubernetes.io/docs/reference/using-api/api-concepts/#validation-for-unrecognized-or-duplicate-fields';

/** A value is of a wrong type, out of the range of its type, or not in its format. */
export function wrongType(path: string, value: unknown, format: ShapeFormat): DecodeProblem {
  const badFormat = typeof value === 'string' && FORMATTED.includes(format);
  return {
    rule: badFormat ? 'wrong-format' : 'wrong-type',
    level: 'rejected',
    path,
    errorType: 'Decode',
    ...(isShown(value) && { value }),
    message: typeMessage(value, format, badFormat),
    fix: typeFix(value, format),
  };
}

/** A field that the type does not have. */
export function unknownField(
  path: string,
  hints: { since?: string; until?: string; similar?: string },
): DecodeProblem {
  const { since, until, similar } = hints;
  return {
    rule: 'unknown-field',
    level: 'rejected',
    path,
    errorType: 'Decode',
    message: `is no field that Kubernetes knows here${since ? ` before ${since}` : until ? ` after ${until}` : ''}`,
    fix: similar ? `did you mean '${similar}'` : 'drop it, or correct its name or its place',
    see: UNKNOWN_FIELDS,
  };
}

/** A field that the server drops without a word, as its feature gate is off. */
export function droppedField(path: string, { gate, level, consequence, on }: FieldGate): DecodeProblem {
  return {
    rule: 'gated-field',
    level,
    path,
    message: `is dropped by the server, unless its feature gate ${gate} is enabled: ${consequence}`,
    fix: `leave it out, or enable the gate${on === undefined || on === NEWEST ? '' : `; it is on by default from Kubernetes ${on}`}`,
    see: FEATURE_GATES_PAGE,
  };
}

/** The object is deeper or larger than anything that the server is asked to take. */
export function beyondBounds(path: string, what: 'deep' | 'large'): DecodeProblem {
  return {
    rule: what === 'deep' ? 'too-deep' : 'too-large',
    level: 'rejected',
    path,
    errorType: 'Decode',
    message:
      what === 'deep'
        ? `is nested more than ${MAX_DEPTH} levels deep`
        : `holds more than ${MAX_VALUES} values, more than a request to the server can`,
    fix: 'look for an anchor that holds itself, or split the object',
  };
}

/** A value that may be anything, and is not what JSON can hold, or not within the bounds of an object. */
export function notJson(path: string, value: unknown, allowance: Allowance): DecodeProblem {
  if (allowance.values <= 0) return beyondBounds(path, 'large');
  if (allowance.deep) return beyondBounds(path, 'deep');
  const message =
    isData(value) || Array.isArray(value) ? 'holds a number that JSON does not have' : undefined;
  return { ...wrongType(path, value, 'any'), ...(message && { message }) };
}

/** What a value is, in the words of a message. */
export function typeName(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (isData(value)) return 'an object';
  if (typeof value === 'string') return 'a string';
  if (typeof value === 'boolean') return 'true or false';
  return typeof value === 'number' && !Number.isFinite(value) ? 'no number that JSON has' : 'a number';
}

function typeMessage(value: unknown, format: ShapeFormat, badFormat: boolean): string {
  if (badFormat) return `must be ${EXPECTED[format]}`;
  if (typeof value === 'number' && (format === 'int32' || format === 'int-or-string')) {
    return Number.isInteger(value)
      ? 'must be from -2147483648 to 2147483647'
      : `must be ${EXPECTED[format]}, and has a fraction`;
  }
  if (typeof value === 'number' && format === 'int64') {
    return Number.isInteger(value)
      ? 'must be from -9223372036854775808 to 9223372036854775807'
      : 'must be a whole number, and has a fraction';
  }
  return `must be ${EXPECTED[format]}, and is ${typeName(value)}`;
}

function typeFix(value: unknown, format: ShapeFormat): string {
  if (format === 'string' && (typeof value === 'number' || typeof value === 'boolean'))
    return 'put it in quotes';
  if (format === 'byte') return 'encode it in base64; a Secret takes plain text under stringData';
  const bare = typeof value === 'string' && (value === 'true' || value === 'false' || /^-?\d+$/.test(value));
  if (bare && (format === 'boolean' || format === 'int32' || format === 'int64'))
    return 'leave out the quotes';
  return `give ${EXPECTED[format]}`;
}

function isShown(value: unknown): boolean {
  return (
    typeof value === 'number' ||
    typeof value === 'boolean' ||
    (typeof value === 'string' && value.length <= LONGEST_SHOWN)
  );
}
