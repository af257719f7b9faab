import type { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';

/** Whether a path goes up somewhere: one of its parts is `..`. */
export function goesUp(path: string): boolean {
  return path.includes('..') && path.split('/').includes('..');
}

/** A path none of whose parts is `..`. */
export function validateNoBacksteps(value: string, path: FieldPath, errors: FieldErrors): void {
  if (goesUp(value)) errors.invalid(path, value, "must not contain '..'");
}

/** A path that leads down from where it begins: relative, and without `..`. */
export function validateDescendingPath(value: string, path: FieldPath, errors: FieldErrors): void {
  if (value.startsWith('/')) errors.invalid(path, value, 'must be a relative path');
  validateNoBacksteps(value, path, errors);
}

/** The path of a file in a volume that the kubelet fills; names that begin with `..` are the kubelet's own. */
export function validateProjectedPath(value: string, path: FieldPath, errors: FieldErrors): void {
  validateDescendingPath(value, path, errors);
  if (value.startsWith('..') && !value.startsWith('../')) {
    errors.invalid(path, value, "must not begin with '..'");
  }
}
