import { qualifiedNameComplaints } from '../../../kubernetes/label-format';
import type { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';
import type { StringMap } from '../labels';

const MAX_PARAMETERS = 512;
const MAX_BYTES = 256 * 1024;

/** Judges the name of what makes, or changes, the volumes of a class. */
export function validateProvisioner(name: string, path: FieldPath, errors: FieldErrors): void {
  if (name === '') errors.required(path);
  else errors.invalidEach(path, name, qualifiedNameComplaints(name.toLowerCase()));
}

/** Judges what a class tells it: up to 512 parameters, 256 KiB in all. */
export function validateClassParameters(
  parameters: StringMap = {},
  path: FieldPath,
  errors: FieldErrors,
): void {
  const keys = Object.keys(parameters);
  if (keys.length > MAX_PARAMETERS) {
    errors.tooLong(path, undefined, MAX_PARAMETERS);
    return;
  }
  let bytes = 0;
  for (const key of keys) {
    if (key === '') errors.invalid(path, key, 'must not hold an empty key');
    bytes += Buffer.byteLength(key) + Buffer.byteLength(parameters[key] ?? '');
  }
  if (bytes > MAX_BYTES) errors.tooLong(path, undefined, MAX_BYTES);
}
