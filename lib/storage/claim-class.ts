import { dnsSubdomainComplaints } from '../kubernetes/dns-format';
import { PropError } from '../prop-error';
import type { IStorageClass } from './storage-class-handle';

/**
 * The class that a claim asks for. A class that is left out and a class that is the empty string are two
 * different things, so that neither is written by chance.
 *
 * @see https://kubernetes.io/docs/concepts/storage/persistent-volumes/#class-1
 */
export class ClaimClass {
  private constructor(
    /** The field `storageClassName`: undefined is not emitted, and empty is. */
    readonly field: string | undefined,
  ) {}

  /** The cluster's default class: the field is not emitted. A cluster without one leaves the claim pending. */
  static default(): ClaimClass {
    return new ClaimClass(undefined);
  }

  /** A class by its handle. */
  static of(storageClass: IStorageClass): ClaimClass {
    return ClaimClass.named(storageClass.storageClassName);
  }

  /**
   * A class that someone else makes.
   *
   * @throws PropError when the name is no DNS subdomain.
   */
  static named(name: string): ClaimClass {
    const complaints = dnsSubdomainComplaints(name);
    if (complaints.length > 0) {
      throw new PropError({
        prop: 'storageClass',
        problem: complaints.join(', and '),
        received: name,
        allowed: 'the name of a StorageClass',
        fix:
          name === '' ? 'use ClaimClass.static() for no class, or ClaimClass.default()' : 'correct the name',
      });
    }
    return new ClaimClass(name);
  }

  /** No class: nothing is provisioned, and only a volume without a class can be bound. */
  static static(): ClaimClass {
    return new ClaimClass('');
  }
}
