import { dnsSubdomainComplaints } from '../../../kubernetes/dns-format';
import { isBefore } from '../../../kubernetes/kubernetes-version';
import type { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';

const DRIVER_NAME_MAX = 63;

/** A volume that a CSI driver makes for the pod. */
export function validateCsi(
  source: { readonly driver?: string; readonly nodePublishSecretRef?: { readonly name?: string } },
  path: FieldPath,
  errors: FieldErrors,
): void {
  validateCsiDriverName(source.driver ?? '', path.child('driver'), errors);
  const secret = source.nodePublishSecretRef;
  if (secret === undefined) return;
  if (!secret.name) errors.required(path.child('nodePublishSecretRef', 'name'));
  // the server names the field so
  else errors.invalidField(path, 'name', secret.name, dnsSubdomainComplaints(secret.name));
}

/** The name of a CSI driver: a DNS subdomain in letters of any case, up to 63 characters. */
export function validateCsiDriverName(name: string, path: FieldPath, errors: FieldErrors): void {
  if (name === '') {
    errors.required(path);
    if (!isBefore(errors.version, '1.35')) return;
  }
  if (name.length > DRIVER_NAME_MAX) errors.tooLong(path, name, DRIVER_NAME_MAX);
  errors.invalidEach(path, name, dnsSubdomainComplaints(name.toLowerCase()));
}
