import fc from 'fast-check';
import { compareQuantities, isQuantity, quantityNanos } from '../../lib/kubernetes/quantity';

const good = [
  '0',
  '1',
  '-1',
  '+1',
  '1.',
  '.5',
  '1.5Gi',
  '500Mi',
  '10G',
  '100m',
  '1e3',
  '1E3',
  '1e-3',
  '1E',
  '5n',
  '3u',
];
// Seen: API servers 1.28 and 1.36 take blanks around a quantity.
const blank = [' 1Gi', ' 500m', ' 2', '2 '];
const bad = [
  '',
  ' ',
  'str',
  '../x',
  'é',
  '2_X',
  '500M_X',
  '1GI_X',
  '1Gib',
  '1 Gi',
  '1K',
  '1ki',
  '.',
  '1e',
  '--1',
  '0x1',
];

test.each([...good, ...blank])('%p is a quantity', text => {
  expect(isQuantity(text)).toBe(true);
});

test.each(bad)('%p is none', text => {
  expect(isQuantity(text)).toBe(false);
});

test.each(bad)('the amount of %p throws', text => {
  expect(() => quantityNanos(text)).toThrow(RangeError);
});

test.each([
  ['1', 1_000_000_000n],
  ['-1', -1_000_000_000n],
  ['.5', 500_000_000n],
  ['1.', 1_000_000_000n],
  ['100m', 100_000_000n],
  ['3u', 3_000n],
  ['5n', 5n],
  ['1Ki', 1024_000_000_000n],
  ['1.5Gi', 1_610_612_736n * 1_000_000_000n],
  ['10G', 10n ** 19n],
  ['1E', 10n ** 27n],
  ['1e3', 10n ** 12n],
  ['1E-3', 1_000_000n],
  [' 1Ki', 1024_000_000_000n],
])('%p is %p billionths', (text, nanos) => {
  expect(quantityNanos(text)).toBe(nanos);
});

test('what is finer than a billionth is rounded away from zero', () => {
  expect(quantityNanos('0.1n')).toBe(1n);
  expect(quantityNanos('-0.1n')).toBe(-1n);
  expect(quantityNanos('1.0000000001')).toBe(1_000_000_001n);
});

test('amounts beyond the precision of a floating point number are told apart', () => {
  expect(compareQuantities('9007199254740993', '9007199254740992')).toBe(1);
  expect(compareQuantities('1024Mi', '1Gi')).toBe(0);
  expect(compareQuantities('1G', '1Gi')).toBe(-1);
});

/** A fraction of whole numbers: the amount of a quantity without any rounding. */
interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

const SUFFIXES: Readonly<Record<string, Fraction>> = {
  '': { over: 1n, under: 1n },
  n: { over: 1n, under: 10n ** 9n },
  u: { over: 1n, under: 10n ** 6n },
  m: { over: 1n, under: 10n ** 3n },
  k: { over: 10n ** 3n, under: 1n },
  M: { over: 10n ** 6n, under: 1n },
  G: { over: 10n ** 9n, under: 1n },
  T: { over: 10n ** 12n, under: 1n },
  P: { over: 10n ** 15n, under: 1n },
  E: { over: 10n ** 18n, under: 1n },
  Ki: { over: 2n ** 10n, under: 1n },
  Mi: { over: 2n ** 20n, under: 1n },
  Gi: { over: 2n ** 30n, under: 1n },
  Ti: { over: 2n ** 40n, under: 1n },
  Pi: { over: 2n ** 50n, under: 1n },
  Ei: { over: 2n ** 60n, under: 1n },
  e0: { over: 1n, under: 1n },
  'e+7': { over: 10n ** 7n, under: 1n },
  'E-2': { over: 1n, under: 100n },
};

/** Quantities that are whole billionths, so that nothing is rounded. */
const quantity = fc
  .record({
    negative: fc.boolean(),
    whole: fc.bigInt({ min: 0n, max: 10n ** 20n }),
    fraction: fc.stringMatching(/^[0-9]{0,7}$/),
    suffix: fc.constantFrom(...Object.keys(SUFFIXES)),
  })
  .map(({ negative, whole, fraction, suffix }) => {
    const scale = SUFFIXES[suffix] as Fraction;
    const decimals = scale.under > 100n ? '' : fraction;
    const digits = BigInt(`${whole}${decimals}`) * (negative ? -1n : 1n);
    const text = `${negative ? '-' : ''}${whole}${decimals && `.${decimals}`}${suffix}`;
    return { text, over: digits * scale.over, under: 10n ** BigInt(decimals.length) * scale.under };
  });

test('quantities compare as the fractions that they are', () => {
  fc.assert(
    fc.property(quantity, quantity, (a, b) => {
      const [left, right] = [a.over * b.under, b.over * a.under];
      expect(compareQuantities(a.text, b.text)).toBe(left < right ? -1 : left > right ? 1 : 0);
    }),
    { numRuns: 500 },
  );
});

test('one amount compares equal in every spelling', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n }), amount => {
      expect(compareQuantities(`${amount}k`, `${amount}000`)).toBe(0);
      expect(compareQuantities(`${amount}Mi`, `${amount * 1024n}Ki`)).toBe(0);
      expect(compareQuantities(`${amount}`, `${amount}000m`)).toBe(0);
      expect(compareQuantities(`${amount}`, `${amount}e0`)).toBe(0);
    }),
  );
});
