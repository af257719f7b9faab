import type { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';
import { validateProjectedPath } from './relative-path';

const MODE_MAX = 0o777;

/** A key of a ConfigMap or a Secret, and the file that it becomes. */
export interface KeyToPath {
  readonly key?: string;
  readonly path?: string;
  readonly mode?: number;
}

/** The mode of a file: 0 to 0777. */
export function validateFileMode(mode: number | undefined, path: FieldPath, errors: FieldErrors): void {
  if (mode === undefined || (mode >= 0 && mode <= MODE_MAX)) return;
  errors.invalid(path, mode, 'must be from 0 to 0777 in octal, 0 to 511 in decimal', {
    fix: 'JSON knows decimal numbers alone: 0644 is 420 there',
  });
}

/** Keys that become files. */
export function validateKeyToPaths(
  items: readonly KeyToPath[] | undefined,
  path: FieldPath,
  errors: FieldErrors,
): void {
  if (items === undefined) return;
  for (let i = 0; i < items.length; i++) validateKeyToPath(items[i] as KeyToPath, path.index(i), errors);
}

function validateKeyToPath(
  { key, path: file = '', mode }: KeyToPath,
  path: FieldPath,
  errors: FieldErrors,
): void {
  if (!key) errors.required(path.child('key'));
  if (file === '') errors.required(path.child('path'));
  else validateProjectedPath(file, path.child('path'), errors);
  validateFileMode(mode, path.child('mode'), errors);
}
