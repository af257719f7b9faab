import type { FieldPath } from '../field-path';
import type { Data } from '../manifest';
import type { FieldErrors } from './field-errors';
import { type StringMap, validateAnnotations, validateLabels } from './labels';

/** Metadata of an object that its template may not set; the server writes `uID`. */
const FORBIDDEN: ReadonlyMap<string, string> = new Map([
  ['name', 'name'],
  ['generateName', 'generateName'],
  ['namespace', 'namespace'],
  ['selfLink', 'selfLink'],
  ['uid', 'uID'],
  ['resourceVersion', 'resourceVersion'],
  ['generation', 'generation'],
  ['creationTimestamp', 'creationTimestamp'],
  ['deletionTimestamp', 'deletionTimestamp'],
  ['deletionGracePeriodSeconds', 'deletionGracePeriodSeconds'],
  ['ownerReferences', 'ownerReferences'],
  ['finalizers', 'finalizers'],
  ['managedFields', 'managedFields'],
]);

/** Judges the metadata of the template of a claim: labels and annotations alone. */
export function validateTemplateMeta(metadata: Data, path: FieldPath, errors: FieldErrors): void {
  validateAnnotations(metadata.annotations as StringMap | undefined, path.child('annotations'), errors);
  validateLabels(metadata.labels as StringMap | undefined, path.child('labels'), errors);
  for (const field in metadata) {
    const written = FORBIDDEN.get(field);
    const value = metadata[field];
    if (written === undefined || value === undefined || value === '' || value === 0) continue;
    errors.forbidden(path.child(written), 'must not be set: a template has labels and annotations alone');
  }
}
