import type { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';

/** Judges a number that may not be below 0; one that is not there is right. The path is that of its owner. */
export function validateNonNegative(
  value: number | undefined,
  name: string,
  owner: FieldPath,
  errors: FieldErrors,
): void {
  if (value !== undefined && value < 0) errors.invalid(owner.child(name), value, 'must be 0 or more');
}
