/** What a scalar means; an `unsigned` one is an integer beyond the range of 64 bits with a sign. */
export interface Scalar {
  readonly type: 'string' | 'bool' | 'null' | 'int' | 'unsigned' | 'float' | 'other';
  readonly value: unknown;
}

/** Texts with a meaning of their own; in these spellings alone, `tRUE` is text. */
const WORDS: ReadonlyMap<string, Scalar> = new Map([
  ...words('null', null, '', '~', 'null', 'Null', 'NULL'),
  ...words('bool', true, 'y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON'),
  ...words('bool', false, 'n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF'),
  ...words('float', Number.NaN, '.nan', '.NaN', '.NAN'),
  ...words('float', Infinity, '.inf', '.Inf', '.INF', '+.inf', '+.Inf', '+.INF'),
  ...words('float', -Infinity, '-.inf', '-.Inf', '-.INF'),
]);

/** Whether a text that begins with this ASCII character may mean something else than itself. */
const MAY_MEAN_MORE: readonly boolean[] = Array.from({ length: 128 }, (_, code) =>
  '+-.0123456789yYnNtTfFoO~<'.includes(String.fromCharCode(code)),
);

const LONGEST_WORD = 5;

/** How most integers are written. */
const SHORT_INTEGER = /^(?:0|[1-9]\d{0,14})$/;
const INTEGER = /^([-+]?)(?:0[xX]([0-9a-fA-F]+)|0[oO]([0-7]+)|0[bB]([01]+)|0([0-7]+)|(0|[1-9][0-9]*))$/;
const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const POINT_FLOAT = /^\.[0-9]+(?:_[0-9]+)*(?:[eE][-+]?[0-9]+(?:_[0-9]+)*)?$/;
const MAX_SIGNED = 2n ** 63n - 1n;
const MAX_UNSIGNED = 2n ** 64n - 1n;

/** Whether a scalar without quotes and tag can mean nothing but itself, and is no merge key; most are like that. */
export function isText(text: string): boolean {
  return text !== '' && MAY_MEAN_MORE[text.charCodeAt(0)] !== true;
}

/**
 * The value of a scalar without quotes and tag, as kubectl's YAML library reads it. That is neither YAML 1.1 nor
 * 1.2: `yes` is true, `010` and `0o10` are 8, `1_000` is 1000, while `1:30`, dates, `=` and `<<` are text.
 *
 * Integers beyond 2^53 lose their last digits, as all numbers of JavaScript do.
 */
export function plainValue(text: string): unknown {
  if (isText(text)) return text;
  return SHORT_INTEGER.test(text) ? Number(text) : resolvePlain(text).value;
}

/** The same with its type, for tags and keys. */
export function resolvePlain(text: string): Scalar {
  if (isText(text)) return scalarOf(text);
  const word = text.length <= LONGEST_WORD ? WORDS.get(text) : undefined;
  if (word !== undefined) return word;
  const first = text.charCodeAt(0);
  if (first === 0x2e) return pointFloat(text);
  return first < 0x3a ? number(text) : scalarOf(text);
}

/** The scalar that a value is; `other` for a list or a map. */
export function scalarOf(value: unknown): Scalar {
  if (value === null) return { type: 'null', value };
  if (typeof value === 'string') return { type: 'string', value };
  if (typeof value === 'boolean') return { type: 'bool', value };
  return { type: typeof value === 'number' ? 'float' : 'other', value };
}

function words(type: Scalar['type'], value: unknown, ...texts: readonly string[]): [string, Scalar][] {
  return texts.map(text => [text, { type, value }]);
}

function pointFloat(text: string): Scalar {
  return POINT_FLOAT.test(text) ? float(text, text.replaceAll('_', '')) : scalarOf(text);
}

function number(text: string): Scalar {
  const digits = text.includes('_') ? text.replaceAll('_', '') : text;
  const match = INTEGER.exec(digits);
  const integer = match && integerOf(match);
  if (integer) return integer;
  return FLOAT.test(digits) ? float(text, digits) : scalarOf(text);
}

/** Undefined where 64 bits do not hold it: a decimal one is a float then, any other is text. */
function integerOf([whole, sign, hex, octal, binary, zeroOctal]: RegExpExecArray): Scalar | undefined {
  const decimal = !(hex || octal || binary || zeroOctal);
  if (decimal && whole.length < 16) return { type: 'int', value: Number(whole) + 0 };
  const digits = hex ? `0x${hex}` : binary ? `0b${binary}` : decimal ? whole.replace(/^[-+]/, '') : '';
  const size = BigInt(digits || `0o${octal ?? zeroOctal}`);
  if (size <= MAX_SIGNED || (sign === '-' && size === MAX_SIGNED + 1n)) {
    return { type: 'int', value: sign === '-' ? -Number(size) + 0 : Number(size) };
  }
  return sign === '' && size <= MAX_UNSIGNED ? { type: 'unsigned', value: Number(size) } : undefined;
}

/** A number that a float of 64 bits cannot hold stays text. */
function float(text: string, digits: string): Scalar {
  const value = Number(digits);
  return Number.isFinite(value) ? { type: 'float', value } : scalarOf(text);
}
