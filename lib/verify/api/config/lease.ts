import { FieldPath } from '../../field-path';
import { nameIsDnsSubdomain, validateGenericMeta } from '../metadata';
import type { Validator } from '../validator';

interface Lease {
  readonly spec?: { readonly leaseDurationSeconds?: number; readonly leaseTransitions?: number };
}

const SPEC = FieldPath.of('spec');

/**
 * Judges a Lease.
 *
 * @see https://kubernetes.io/docs/concepts/architecture/leases/
 */
export const validateLease: Validator = (object, errors) => {
  validateGenericMeta(object, nameIsDnsSubdomain, errors);
  const { leaseDurationSeconds, leaseTransitions } = (object as Lease).spec ?? {};
  if (leaseDurationSeconds !== undefined && leaseDurationSeconds <= 0) {
    errors.invalid(SPEC.child('leaseDurationSeconds'), leaseDurationSeconds, 'must be more than 0');
  }
  if (leaseTransitions !== undefined && leaseTransitions < 0) {
    errors.invalid(SPEC.child('leaseTransitions'), leaseTransitions, 'must not be negative');
  }
};
