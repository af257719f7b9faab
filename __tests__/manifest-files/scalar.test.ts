import { plainValue } from '../../lib/manifest-files/scalar';
import { valuesOf } from './documents-of';

/** What kubectl makes of scalars without quotes. The test beside this one compares with the library itself. */
const TABLE: readonly (readonly [value: unknown, ...texts: string[]])[] = [
  [true, 'y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON'],
  [false, 'n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF'],
  [null, '', '~', 'null', 'Null', 'NULL'],
  [0, '0', '-0', '+0', '0x0', '00', '0_0'],
  [8, '8', '010', '0o10', '0O10', '0x8', '0X8', '0b1000', '0B1000', '+8'],
  [12, '12', '0o14', '014', '0xc', '0xC', '0b1100', '1_2', '1__2', '12_'],
  [-12, '-12', '-0o14', '-014', '-0xC', '-0b1100', '-1_2'],
  [1000, '1000', '1_000', '1e3', '1E3', '1e+3', '1000.', '1_000.0', '+1e3'],
  [1.5, '1.5', '1.50', '+1.5', '15e-1', '0.15e1', '1_.5'],
  [0.5, '.5', '.50', '.5_0', '0.5', '+.5'],
  [9, '09', '09.0'],
  [Number.POSITIVE_INFINITY, '.inf', '.Inf', '.INF', '+.inf', '+.Inf', '+.INF'],
  [Number.NEGATIVE_INFINITY, '-.inf', '-.Inf', '-.INF'],
  [Number.NaN, '.nan', '.NaN', '.NAN'],
  [2 ** 63, '9223372036854775807', '9223372036854775808', '0x7fffffffffffffff'],
  [-(2 ** 63), '-9223372036854775808', '-0x8000000000000000', '-9223372036854775809'],
  [2 ** 64, '18446744073709551615', '0xffffffffffffffff', '18446744073709551616', '1_8446744073709551616'],
];

const TEXTS = [
  ...['=', '<<', 'yEs', 'oN', 'tRUE', 'nULL', 'none', 'nil', 'undefined', 'yes please'],
  ...['1:30', '190:20:30', '1:30.5', '2001-01-01', '2001-12-14t21:59:43.10-05:00', '2001-12-14 21:59:43'],
  ...[
    '0x',
    '0o',
    '0b',
    '0xg',
    '0o8',
    '0b2',
    '08a',
    '1,000',
    '1a',
    '_1',
    '-_',
    '--1',
    '+-1',
    '1.2.3',
    '10.0.0.1',
  ],
  ...[
    '1e',
    'e1',
    '1e400',
    '-1e400',
    '.5e999',
    '1_e',
    '.',
    '..',
    '.e1',
    '-',
    '+',
    '+.nan',
    'nan',
    'inf',
    'Infinity',
  ],
  ...['0x1ffffffffffffffff', '-0xffffffffffffffff', '0x1p-2', '1Gi', '500m', '5%', 'é', '١٢'],
];

describe('a scalar without quotes', () => {
  it.each(TABLE.flatMap(([value, ...texts]) => texts.map(text => [text, value])))(
    '%j is %p',
    (text, value) => {
      expect(plainValue(text as string)).toBe(value);
    },
  );

  it.each(TEXTS)('%j is text', text => {
    expect(plainValue(text)).toBe(text);
  });

  it.each([
    ["'yes'", 'yes'],
    ['"010"', '010'],
    ["''", ''],
    ['|\n  1\n', '1\n'],
    ['!!str 010', '010'],
    ['! 010', '010'],
    ['!!int "010"', 8],
    ['!!float 1', 1],
    ['!!bool "yes"', true],
    ['!!null ""', null],
    ['!!timestamp 2001-01-01', '2001-01-01'],
    ['!!binary aGk=', 'hi'],
    ['!<tag:yaml.org,2002:int> "7"', 7],
  ])('means what its quotes or its tag say: %j', (text, value) => {
    expect(valuesOf(`a: ${text}\n`)).toEqual([{ a: value }]);
  });
});

describe('a key', () => {
  it.each([
    ['1', '1'],
    ['010', '8'],
    ['yes', 'true'],
    ['off', 'false'],
    ['1.0', '1'],
    ['1e6', '1e+06'],
    ['123456789.5', '1.2345679e+08'],
    ['0.00001', '1e-05'],
    ['.inf', '.inf'],
    ['.nan', '.nan'],
    ['2001-01-01', '2001-01-01'],
    ['"yes"', 'yes'],
    ['!!str 1', '1'],
  ])('%s is the field %j', (text, name) => {
    expect(valuesOf(`${text}: a\n`)).toEqual([{ [name]: 'a' }]);
  });
});
