import { dns1035LabelComplaints, dnsSubdomainComplaints } from '../../../kubernetes/dns-format';
import type { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';

/** The kind of the objects that a policy takes parameters from. */
export interface ParamKind {
  readonly apiVersion?: string;
  readonly kind?: string;
}

/**
 * Judges the kind of a policy's parameters.
 *
 * @see https://kubernetes.io/docs/reference/access-authn-authz/validating-admission-policy/#parameter-resources
 */
export function validateParamKind(param: ParamKind, path: FieldPath, errors: FieldErrors): void {
  const { apiVersion, kind } = param;
  if (!apiVersion) errors.required(path.child('apiVersion'));
  else validateApiVersion(apiVersion, path.child('apiVersion'), errors);
  if (!kind) errors.required(path.child('kind'));
  else if (dns1035LabelComplaints(kind.toLowerCase()).length > 0) {
    errors.invalid(path.child('kind'), kind, 'must be letters, digits and hyphens, and begin with a letter');
  }
}

function validateApiVersion(apiVersion: string, path: FieldPath, errors: FieldErrors): void {
  const parts = apiVersion.split('/');
  const version = parts.at(-1) ?? '';
  if (parts.length > 2) {
    errors.invalid(path, apiVersion, "must be a version, or a group, '/' and a version");
    return;
  }
  const group = parts.length === 2 ? (parts[0] as string) : '';
  if (group !== '') errors.invalidEach(path, group, dnsSubdomainComplaints(group));
  if (version === '') errors.invalid(path, apiVersion, 'must have a version');
  else errors.invalidEach(path, version, dns1035LabelComplaints(version));
}
