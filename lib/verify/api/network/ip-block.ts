import { isBefore } from '../../../kubernetes/kubernetes-version';
import type { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';
import { strictlyContains } from './cidr';
import { validateCidr } from './ip-rules';

/** Networks as peers of a NetworkPolicy. */
export interface IpBlock {
  readonly cidr?: string;
  readonly except?: readonly string[];
}

/**
 * Judges a network and the smaller networks in it that are excepted. Before 1.30, nothing behind the first
 * exception that is no network is judged.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/network-policies/#behavior-of-ipblock-selectors
 */
export function validateIpBlock({ cidr, except = [] }: IpBlock, path: FieldPath, errors: FieldErrors): void {
  const cidrPath = path.child('cidr');
  if (!cidr) {
    errors.required(cidrPath);
    return;
  }
  const outer = validateCidr(cidr, cidrPath, errors);
  if (!outer) return;
  for (const [index, exception] of except.entries()) {
    const exceptPath = path.child('except').index(index);
    const inner = validateCidr(exception ?? '', exceptPath, errors);
    if (!inner) {
      if (isBefore(errors.version, '1.30')) return;
      continue;
    }
    if (!strictlyContains(outer, inner)) {
      errors.invalid(exceptPath, exception, `must be a part of ${cidr}, and smaller`);
    }
  }
}
