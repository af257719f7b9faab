import { labelValueComplaints, qualifiedNameComplaints } from '../../kubernetes/label-format';
import type { FieldPath } from '../field-path';
import type { FieldErrors } from './field-errors';

/** Labels or annotations, as decoding leaves them. */
export type StringMap = Readonly<Record<string, string>>;

/** How many bytes the keys and values of an object's annotations may have together. */
const ANNOTATIONS_MAX_BYTES = 256 * 1024;

/**
 * Judges a map of labels. All errors stand at the map itself, as the server has it.
 *
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set
 */
export function validateLabels(labels: StringMap | undefined, path: FieldPath, errors: FieldErrors): void {
  for (const key in labels) {
    validateLabelName(key, path, errors);
    errors.invalidEach(path, labels[key], labelValueComplaints(labels[key] ?? ''));
  }
}

/**
 * As `validateLabels`, for labels in a field below a path. Nearly all labels are right: the field's own path is made
 * for others alone.
 */
export function validateLabelField(
  owner: FieldPath,
  field: string,
  labels: StringMap | undefined,
  errors: FieldErrors,
): void {
  if (labels !== undefined && !areRight(labels)) validateLabels(labels, owner.child(field), errors);
}

/** Judges the key of a label. */
export function validateLabelName(key: string, path: FieldPath, errors: FieldErrors): void {
  errors.invalidEach(path, key, qualifiedNameComplaints(key));
}

/**
 * Judges a map of annotations: keys like those of labels, whose prefix may be in upper case, and 256 KiB in all.
 *
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/annotations/#syntax-and-character-set
 */
export function validateAnnotations(
  annotations: StringMap | undefined,
  path: FieldPath,
  errors: FieldErrors,
): void {
  let size = 0;
  for (const key in annotations) {
    errors.invalidEach(path, key, qualifiedNameComplaints(key.toLowerCase()));
    size += Buffer.byteLength(key) + Buffer.byteLength(annotations[key] ?? '');
  }
  if (size > ANNOTATIONS_MAX_BYTES) errors.tooLong(path, undefined, ANNOTATIONS_MAX_BYTES);
}

function areRight(labels: StringMap): boolean {
  for (const key in labels) {
    if (qualifiedNameComplaints(key).length > 0) return false;
    if (labelValueComplaints(labels[key] ?? '').length > 0) return false;
  }
  return true;
}
