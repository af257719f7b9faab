import { dnsLabelComplaints, dnsSubdomainComplaints } from '../../../kubernetes/dns-format';
import { parseIp } from '../../../kubernetes/ip-address';
import { isBefore } from '../../../kubernetes/kubernetes-version';
import type { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';
import { validateCanonicalIp, validateEndpointIp, validateIp } from './ip-rules';

/**
 * Judges an address of an EndpointSlice, which must be of the type that the slice says; of a type that there is
 * not, it is not judged.
 */
export function validateEndpointAddress(
  address: string,
  addressType: string,
  addressesPath: FieldPath,
  index: number,
  errors: FieldErrors,
): void {
  const path = addressesPath.index(index);
  if (addressType === 'FQDN') validateDomain(address, path, errors);
  if (addressType !== 'IPv4' && addressType !== 'IPv6') return;
  const wrongFamily = `must be an ${addressType} address, as addressType says`;
  if (isBefore(errors.version, '1.33')) {
    if (parseIp(address)?.family !== addressType) errors.invalid(path, address, wrongFamily);
    validateEndpointIp(address, path, errors);
    return;
  }
  const valid =
    addressType === 'IPv4' ? validateIp(address, path, errors) : validateCanonicalIp(address, path, errors);
  if (!valid) return;
  if (parseIp(address)?.family !== addressType) errors.invalid(addressesPath, address, wrongFamily);
  validateEndpointIp(address, path, errors);
}

/** A domain of two labels or more; it may end in a dot. */
function validateDomain(address: string, path: FieldPath, errors: FieldErrors): void {
  if (address === '') {
    errors.required(path);
    return;
  }
  const domain = address.endsWith('.') ? address.slice(0, -1) : address;
  const [complaint] = dnsSubdomainComplaints(domain);
  const labels = domain.split('.');
  const tooLong = labels.find(label => dnsLabelComplaints(label).length > 0);
  if (complaint !== undefined) errors.invalid(path, address, complaint);
  else if (labels.length < 2) errors.invalid(path, address, 'must have two labels or more: example.com');
  else if (tooLong !== undefined) {
    errors.invalid(path, address, `must have labels of up to 63 characters, and '${tooLong}' is longer`);
  }
}
