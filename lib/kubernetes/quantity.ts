/**
 * Quantities of Kubernetes (`500Mi`, `1.5Gi`, `10G`, `100m`, `1e3`), held exactly: never through a floating
 * point number. The API server rounds what is finer than a billionth up, and so does this.
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/
 */

const FORMAT = /^\s*([+-]?)(\d+\.?\d*|\.\d+)(Ki|Mi|Gi|Ti|Pi|Ei|[numkMGTPE]|[eE][+-]?\d{1,3})?\s*$/;

const BINARY = ['Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];
const DECIMAL: Readonly<Record<string, number>> = {
  n: -9,
  u: -6,
  m: -3,
  k: 3,
  M: 6,
  G: 9,
  T: 12,
  P: 15,
  E: 18,
};
const NANO_DIGITS = 9;

/** Whether a text is a quantity that the API server can read. */
export function isQuantity(text: string): boolean {
  return FORMAT.test(text);
}

/**
 * The amount of a quantity, in billionths of its unit.
 *
 * @throws RangeError when the text is not a quantity.
 */
export function quantityNanos(text: string): bigint {
  const match = FORMAT.exec(text);
  if (!match) throw new RangeError(`not a quantity: ${JSON.stringify(text)}`);
  const [, sign, number = '', suffix = ''] = match;
  const [whole = '', fraction = ''] = number.split('.');
  const { factor, exponent } = scaleOf(suffix);
  const digits = BigInt(`${whole}${fraction}` || '0') * factor;
  const amount = shift(digits, exponent + NANO_DIGITS - fraction.length);
  return sign === '-' ? -amount : amount;
}

/**
 * Orders two quantities: negative when the first is smaller, 0 when they are the same amount, positive when it
 * is larger.
 *
 * @throws RangeError when a text is not a quantity.
 */
export function compareQuantities(a: string, b: string): number {
  const difference = quantityNanos(a) - quantityNanos(b);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

function scaleOf(suffix: string): { factor: bigint; exponent: number } {
  const binary = BINARY.indexOf(suffix);
  if (binary >= 0) return { factor: 1024n ** BigInt(binary + 1), exponent: 0 };
  if (/^[eE]./.test(suffix)) return { factor: 1n, exponent: Number(suffix.slice(1)) };
  return { factor: 1n, exponent: DECIMAL[suffix] ?? 0 };
}

function shift(digits: bigint, places: number): bigint {
  if (places >= 0) return digits * 10n ** BigInt(places);
  const divisor = 10n ** BigInt(-places);
  return (digits + divisor - 1n) / divisor;
}
