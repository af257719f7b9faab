import fc from 'fast-check';
import { DIFFERENCES } from '../../../lib/synth/yaml/differences';

/** Signs and words from which texts are made that are hard to write as YAML. */
const SIGNS: readonly (readonly string[])[] = [
  [' ', '  ', '\n', '\n\n', '\t', '\r\n', 'a', 'é', '😀', '---', '...', '#', ' #', '|', '>', '\\', '\\n'],
  [
    '-',
    '- ',
    '?',
    '? ',
    ':',
    ': ',
    '!',
    '&',
    '*',
    '%',
    '@',
    '`',
    ',',
    '[',
    ']',
    '{',
    '}',
    '"',
    "'",
    'a',
    ' ',
  ],
  [...'0123456789_+-.eExXoObBaAfFnNyYtTzZ:~<= '],
  [
    'yes',
    'No',
    'ON',
    'off',
    'true',
    'null',
    'y',
    '~',
    '0x',
    '0o',
    '0b',
    '1',
    ':30',
    '2001-01-01',
    'T',
    '12:00:00',
  ],
  ['12:00:00', '-', '+', '.', '_', '0', '7', 'e', 'E', '.inf', '.nan', 'Z', ' ', '=', '<<', '08', '1_000'],
  [' ', '\n', '\n \n', 'a', '\x07', 'a long text in the middle of a line, and more', '\0', '\x1b', '\\u0007'],
  [
    '\x7f',
    '\x80',
    '\x85',
    '\x9f',
    '\xa0',
    '\u2028',
    '\u2029',
    '\ufeff',
    '\ufffe',
    '\uffff',
    '\u{1fffe}',
    'a',
    '\n',
  ],
];

/** Texts that look like something else, hold what is invisible, or stand over several lines. */
export const text: fc.Arbitrary<string> = fc.oneof(
  ...SIGNS.map(signs => fc.array(fc.constantFrom(...signs), { maxLength: 8 }).map(parts => parts.join(''))),
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.double().map(String),
);

/** Data as manifests hold it. */
export const data: fc.Arbitrary<unknown> = fc.letrec(tie => ({
  value: fc.oneof(
    { maxDepth: 4 },
    text,
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map(number => number + 0),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(text, tie('value'), { maxKeys: 4 }),
  ),
})).value;

/** Objects and lists: what a document holds that is a manifest, or bears one. */
export const document: fc.Arbitrary<unknown> = fc.oneof(
  fc.dictionary(text, data, { maxKeys: 4 }),
  fc.array(data, { maxLength: 4 }),
);

/** Whether something in it is written otherwise than cdk8s writes it. */
export function holdsDifference(value: unknown, isDocument = true): boolean {
  if (typeof value === 'string') return isDifference(value, isDocument);
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(
    ([key, part]) => isDifference(key, false) || holdsDifference(part, false),
  );
}

function isDifference(value: string, isDocument: boolean): boolean {
  return DIFFERENCES.some(({ where, pattern }) => {
    const isThere = where === 'field' || (where === 'document' ? isDocument : isInQuotes(value));
    return isThere && pattern.test(value);
  });
}

/** Whether cdk8s writes a text of several lines in double quotes. */
function isInQuotes(value: string): boolean {
  return /[^\t\n -~\xa0-\uffff]|\n[\t ]+$/.test(value);
}
