import { isBefore } from '../../../kubernetes/kubernetes-version';
import { FieldPath } from '../../field-path';
import { nameIsDnsSubdomain, validateObjectMeta } from '../metadata';
import type { Validator } from '../validator';
import { parseCidr } from './cidr';
import { validateCanonicalCidr } from './ip-rules';

const CIDRS = FieldPath.of('spec', 'cidrs');

/**
 * The API server's validation of ServiceCIDRs, the networks that cluster IPs are of.
 *
 * @see https://kubernetes.io/docs/tasks/network/extend-service-ip-ranges/
 */
export const validateServiceCidr: Validator = (object, errors) => {
  validateObjectMeta(object, nameIsDnsSubdomain, errors);
  const spec = object.spec as { readonly cidrs?: readonly string[] } | undefined;
  const cidrs = spec?.cidrs ?? [];
  if (cidrs.length === 0) {
    errors.required(CIDRS, 'must hold a network');
    return;
  }
  if (cidrs.length > 2) {
    errors.invalid(CIDRS, cidrs, 'must hold at most two networks');
    return;
  }
  const [first, second] = cidrs.map(cidr => parseCidr(cidr ?? '')?.ip.family);
  const known = isBefore(errors.version, '1.33') || first !== undefined;
  if (cidrs.length === 2 && first === second && known) {
    errors.invalid(CIDRS, cidrs, 'must hold at most one network of each family');
  }
  for (const [index, cidr] of cidrs.entries()) validateCanonicalCidr(cidr ?? '', CIDRS.index(index), errors);
};
