import { dnsSubdomainComplaints } from '../../../kubernetes/dns-format';
import type { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';

const LONGEST = 63;
const NAME = /^[A-Za-z0-9/\-._~%!$&'()*+,;=:]+$/;

/**
 * Judges the name of the controller that runs a Job: a domain, a slash and a name.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/job/#delegation-of-managing-a-job-object-to-external-controller
 */
export function validateManagedBy(managedBy: string, path: FieldPath, errors: FieldErrors): void {
  const slash = managedBy.indexOf('/');
  const domain = managedBy.slice(0, Math.max(0, slash));
  const name = managedBy.slice(slash + 1);
  if (managedBy === '') errors.required(path);
  else if (domain === '' || name === '') {
    errors.invalid(path, managedBy, "must be a domain, a slash and a name, such as 'example.com/controller'");
  } else {
    errors.invalidEach(path, managedBy, dnsSubdomainComplaints(domain));
    if (!NAME.test(name))
      errors.invalid(path, managedBy, 'must be what a path of a URL can hold, after the slash');
  }
  if (Buffer.byteLength(managedBy) > LONGEST) errors.tooLong(path, managedBy, LONGEST);
}
