import type { CelFunc } from '@bufbuild/cel';
import { isQuantity, quantityNanos } from '../../../kubernetes/quantity';

type Cel = typeof import('@bufbuild/cel');
type Wrapped = Readonly<Record<string, unknown>>;

/**
 * Types that the library does not know are maps with one entry, under a key that no field has: an optional with its
 * value, if there is one, and a quantity with its amount.
 */
const INSIDE = '@optional';
const NANOS = '@quantity';

/** The highest amount of a quantity, in nanos. */
const MOST_NANOS = (2n ** 63n - 1n) * 1_000_000_000n;

/** An optional; without a value for undefined. */
export function asOptional(value: unknown): Wrapped {
  return value === undefined ? {} : { [INSIDE]: value };
}

/**
 * What rules may call beside CEL itself: functions of texts, optionals and quantities. Others that Kubernetes adds
 * make a rule one that cannot be evaluated here.
 *
 * @see https://kubernetes.io/docs/reference/using-api/cel/#cel-options-language-features-and-libraries
 */
export function ruleFunctions(cel: Cel): CelFunc[] {
  const { strings } = require('@bufbuild/cel/ext') as typeof import('@bufbuild/cel/ext');
  return [...strings, ...optionalFunctions(cel), ...quantityFunctions(cel)];
}

function optionalFunctions({ celMethod, mapType, CelScalar }: Cel): CelFunc[] {
  const optional = mapType(CelScalar.STRING, CelScalar.DYN);
  return [
    celMethod('hasValue', optional, [], CelScalar.BOOL, function () {
      return this.has(INSIDE);
    }),
    celMethod('value', optional, [], CelScalar.DYN, function () {
      if (!this.has(INSIDE)) throw new Error('an optional without a value');
      return this.get(INSIDE) as never;
    }),
    celMethod('orValue', optional, [CelScalar.DYN], CelScalar.DYN, function (other) {
      return (this.has(INSIDE) ? this.get(INSIDE) : other) as never;
    }),
  ];
}

function quantityFunctions({ celFunc, celMethod, mapType, CelScalar }: Cel): CelFunc[] {
  const quantity = mapType(CelScalar.STRING, CelScalar.DYN);
  const order = (name: string, holds: (difference: bigint) => boolean) =>
    celMethod(name, quantity, [quantity], CelScalar.BOOL, function (other) {
      return holds(amountOf(this) - amountOf(other));
    });
  return [
    celFunc('isQuantity', [CelScalar.STRING], CelScalar.BOOL, isQuantity),
    celFunc('quantity', [CelScalar.STRING], quantity, text => {
      if (!isQuantity(text)) throw new Error('no quantity');
      // A text, as an amount in nanos is more than the integers of CEL hold.
      return { [NANOS]: String(capped(quantityNanos(text))) };
    }),
    celMethod('compareTo', quantity, [quantity], CelScalar.INT, function (other) {
      const difference = amountOf(this) - amountOf(other);
      return difference > 0n ? 1n : difference < 0n ? -1n : 0n;
    }),
    order('isGreaterThan', difference => difference > 0n),
    order('isLessThan', difference => difference < 0n),
  ];
}

/** The server counts what is beyond 64 bits as the most that they hold. */
function capped(nanos: bigint): bigint {
  if (nanos > MOST_NANOS) return MOST_NANOS;
  return nanos < -MOST_NANOS ? -MOST_NANOS : nanos;
}

/** @throws Error where it is no quantity. */
function amountOf(value: { get(key: string): unknown }): bigint {
  const nanos = value.get(NANOS);
  if (typeof nanos !== 'string') throw new Error('no quantity');
  return BigInt(nanos);
}
