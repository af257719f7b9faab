import { dnsLabelComplaints, dnsSubdomainComplaints } from '../../../kubernetes/dns-format';
import type { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';

/** A claim for devices, by its name or by the template that it is made of. */
export interface PodResourceClaim {
  readonly name?: string;
  readonly resourceClaimName?: string;
  readonly resourceClaimTemplateName?: string;
}

/**
 * Judges the claims for devices that the containers of a pod share.
 *
 * @see https://kubernetes.io/docs/concepts/scheduling-eviction/dynamic-resource-allocation/
 */
export function validatePodResourceClaims(
  claims: readonly PodResourceClaim[],
  path: FieldPath,
  errors: FieldErrors,
): void {
  const names = new Set<string>();
  claims.forEach(({ name = '', resourceClaimName, resourceClaimTemplateName }, index) => {
    const at = path.index(index);
    if (name === '') errors.required(at.child('name'));
    else if (names.has(name)) errors.duplicate(at.child('name'), name);
    else errors.invalidField(at, 'name', name, dnsLabelComplaints(name));
    names.add(name);
    const sources = Number(resourceClaimName !== undefined) + Number(resourceClaimTemplateName !== undefined);
    if (sources !== 1) {
      errors.invalid(at, undefined, 'must have one of resourceClaimName and resourceClaimTemplateName');
    }
    validateName(resourceClaimName, at, 'resourceClaimName', errors);
    validateName(resourceClaimTemplateName, at, 'resourceClaimTemplateName', errors);
  });
}

function validateName(name: string | undefined, path: FieldPath, field: string, errors: FieldErrors): void {
  if (name !== undefined) errors.invalidEach(path.child(field), name, dnsSubdomainComplaints(name));
}
