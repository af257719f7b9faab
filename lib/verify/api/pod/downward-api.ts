import type { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';
import {
  type FieldRef,
  type ResourceFieldRef,
  validateFieldRef,
  validateResourceFieldRef,
} from './field-reference';
import { validateFileMode } from './file-items';
import { validateProjectedPath } from './relative-path';

/** Fields of the pod that a file may hold. */
const FILE_FIELDS: ReadonlySet<string> = new Set([
  'metadata.annotations',
  'metadata.labels',
  'metadata.name',
  'metadata.namespace',
  'metadata.uid',
]);

/** A file that holds a field of the pod, or a resource of one of its containers. */
export interface DownwardFile {
  readonly path?: string;
  readonly fieldRef?: FieldRef;
  readonly resourceFieldRef?: ResourceFieldRef;
  readonly mode?: number;
}

/** Files that hold what is known of the pod. */
export function validateDownwardApi(
  { defaultMode, items }: { readonly defaultMode?: number; readonly items?: readonly DownwardFile[] },
  path: FieldPath,
  errors: FieldErrors,
): void {
  if (defaultMode !== undefined) validateFileMode(defaultMode, path.child('defaultMode'), errors);
  if (items === undefined) return;
  // the server does not say which item it means
  for (const item of items) validateDownwardFile(item, path, errors);
}

/**
 * One such file.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/pods/downward-api/
 */
export function validateDownwardFile(file: DownwardFile, path: FieldPath, errors: FieldErrors): void {
  const { fieldRef, resourceFieldRef } = file;
  if (!file.path) errors.required(path.child('path'));
  else validateProjectedPath(file.path, path.child('path'), errors);
  if (fieldRef !== undefined) {
    validateFieldRef(fieldRef, FILE_FIELDS, path.child('fieldRef'), errors);
    if (resourceFieldRef !== undefined) {
      errors.invalid(path, undefined, 'must not have both fieldRef and resourceFieldRef');
    }
  } else if (resourceFieldRef !== undefined) {
    validateResourceFieldRef(resourceFieldRef, path.child('resourceFieldRef'), errors, true);
  } else {
    errors.required(path, 'needs fieldRef or resourceFieldRef');
  }
  if (file.mode !== undefined) validateFileMode(file.mode, path.child('mode'), errors);
}
