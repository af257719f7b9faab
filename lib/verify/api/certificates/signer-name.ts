import {
  DNS_LABEL_MAX,
  DNS_SUBDOMAIN_MAX,
  dnsLabelComplaints,
  dnsSubdomainComplaints,
} from '../../../kubernetes/dns-format';
import type { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';

/** A domain, a slash, and room for a namespace, a dot and a name. */
const MAX_LENGTH = DNS_SUBDOMAIN_MAX + 1 + DNS_LABEL_MAX + 1 + DNS_SUBDOMAIN_MAX;

/**
 * Judges the name of a signer of certificates, such as `example.com/mesh`.
 *
 * @see https://kubernetes.io/docs/reference/access-authn-authz/certificate-signing-requests/#signers
 */
export function validateSignerName(name: string, path: FieldPath, errors: FieldErrors): void {
  if (name === '') {
    errors.required(path);
    return;
  }
  const [domain = '', signer, ...more] = name.split('/');
  if (signer === undefined || more.length > 0) {
    errors.invalid(path, name, 'must be a domain, a slash and a name, such as example.com/mesh');
    return;
  }
  if (domain.length > DNS_SUBDOMAIN_MAX) errors.tooLong(path, name, DNS_SUBDOMAIN_MAX);
  const labels = domain.split('.');
  const complaints = firstComplaints(labels, dnsLabelComplaints);
  errors.invalidEach(
    path,
    name,
    complaints.map(complaint => `has a domain of which a part ${complaint}`),
  );
  if (labels.length < 2) errors.invalid(path, name, 'must begin with a domain that has a dot');
  const parts = firstComplaints(signer.split('.'), dnsSubdomainComplaints);
  errors.invalidEach(
    path,
    name,
    parts.map(complaint => `has a name of which a part ${complaint}`),
  );
  if (name.length > MAX_LENGTH) errors.tooLong(path, name, MAX_LENGTH);
}

/** The complaints about the first part that has any: the others have the same. */
function firstComplaints(
  parts: readonly string[],
  complain: (part: string) => readonly string[],
): readonly string[] {
  for (const part of parts) {
    const complaints = complain(part);
    if (complaints.length > 0) return complaints;
  }
  return [];
}
