import { dnsSubdomainComplaints } from '../../../kubernetes/dns-format';
import type { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';
import { nameIsPathSegment } from '../metadata';

/** A reference to an object of any kind. */
export interface ObjectReference {
  readonly apiGroup?: string;
  readonly kind?: string;
  readonly name?: string;
}

/** Judges a reference to an object of any kind. */
export function validateReference(
  { apiGroup, kind, name }: ObjectReference,
  path: FieldPath,
  errors: FieldErrors,
): void {
  if (apiGroup !== undefined) {
    errors.invalidEach(path.child('apiGroup'), apiGroup, dnsSubdomainComplaints(apiGroup));
  }
  validateSegment(kind, path.child('kind'), errors);
  validateSegment(name, path.child('name'), errors);
}

/** Judges what must be there, and fit into a path of the API. */
export function validateSegment(value: string | undefined, path: FieldPath, errors: FieldErrors): void {
  if (value) errors.invalidEach(path, value, nameIsPathSegment(value, false));
  else errors.required(path);
}
