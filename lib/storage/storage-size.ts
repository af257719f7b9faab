import type { Size } from 'cdk8s';
import { compareQuantities, isQuantity, quantityNanos } from '../kubernetes/quantity';
import { PropError } from '../prop-error';

/** A size of ours or of cdk8s: `StorageSize.of('500Mi')` or `Size.gibibytes(20)`. */
export type StorageSizeLike = StorageSize | Size;

const NANOS_PER_BYTE = 10n ** 9n;

/**
 * An amount of bytes, exact: it is emitted as it was written (`500Mi` stays `500Mi`, `10G` is not 10 Gi), and
 * compared byte by byte.
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/
 */
export class StorageSize {
  private constructor(private readonly quantity: string) {}

  /**
   * A size as Kubernetes writes it: `500Mi`, `1.5Gi`, `10G`, or plain bytes.
   *
   * @throws PropError when it is no quantity, is not more than zero, or is no whole number of bytes.
   */
  static of(quantity: string): StorageSize {
    const problem = complaint(quantity);
    if (problem !== undefined) {
      throw new PropError({
        prop: 'size',
        problem,
        received: quantity,
        allowed: 'a whole number of bytes, more than zero, such as 500Mi, 1.5Gi or 10G',
        fix: suggestion(quantity),
      });
    }
    return new StorageSize(quantity);
  }

  /** A size of ours as it is, or one of cdk8s in the unit that it was written in. */
  static from(size: StorageSizeLike): StorageSize {
    return 'asString' in size ? StorageSize.of(size.asString()) : size;
  }

  /** So many times 1024 bytes. */
  static kibibytes(amount: number): StorageSize {
    return StorageSize.of(`${amount}Ki`);
  }

  /** So many times 1024 kibibytes. */
  static mebibytes(amount: number): StorageSize {
    return StorageSize.of(`${amount}Mi`);
  }

  /** So many times 1024 mebibytes. */
  static gibibytes(amount: number): StorageSize {
    return StorageSize.of(`${amount}Gi`);
  }

  /** So many times 1024 gibibytes. */
  static tebibytes(amount: number): StorageSize {
    return StorageSize.of(`${amount}Ti`);
  }

  /** So many times 1024 tebibytes. */
  static pebibytes(amount: number): StorageSize {
    return StorageSize.of(`${amount}Pi`);
  }

  /** How many bytes it is. */
  get bytes(): bigint {
    return quantityNanos(this.quantity) / NANOS_PER_BYTE;
  }

  /** Negative when this is less than the other, 0 when both are the same amount, positive when it is more. */
  compare(other: StorageSizeLike): number {
    return compareQuantities(this.quantity, StorageSize.from(other).quantity);
  }

  /** The size as it was written. */
  toString(): string {
    return this.quantity;
  }
}

function complaint(quantity: string): string | undefined {
  if (!isQuantity(quantity)) return 'must be a quantity of Kubernetes';
  const nanos = quantityNanos(quantity);
  if (nanos <= 0n) return 'must be more than zero';
  if (nanos % NANOS_PER_BYTE !== 0n) return 'must be a whole number of bytes';
  return undefined;
}

function suggestion(quantity: string): string {
  const [, number, unit = ''] = /^\s*([\d.]+)\s*([kmgtpe])i?b?\s*$/i.exec(quantity) ?? [];
  if (/m$/.test(quantity)) return "'m' means thousandths: write Mi or M for millions of bytes";
  if (isQuantity(quantity) && quantityNanos(quantity) > 0n) {
    return `write ${quantityNanos(quantity) / NANOS_PER_BYTE + 1n}, the next whole number`;
  }
  if (number === undefined) return 'write a number and one of the units Ki, Mi, Gi, Ti, k, M, G, T';
  const upper = unit.toUpperCase();
  const decimal = upper === 'K' ? 'k' : upper;
  return `write ${number}${upper}i (powers of 1024) or ${number}${decimal} (powers of 1000)`;
}
