import { dnsSubdomainComplaints } from '../../../kubernetes/dns-format';
import type { FieldPath } from '../../field-path';
import type { Data } from '../../manifest';
import type { FieldErrors } from '../field-errors';
import { type StringMap, validateAnnotations, validateLabels } from '../labels';
import { validatePersistentVolumeClaimSpec } from '../storage/claim';
import type { VolumePlace } from './volume';

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
const EMPTY: Data = {};

/** A template of a claim. */
interface ClaimTemplate {
  readonly metadata?: Data;
  readonly spec?: Data;
}

/**
 * A claim that is made with the pod, and named after pod and volume.
 *
 * @see https://kubernetes.io/docs/concepts/storage/ephemeral-volumes/#generic-ephemeral-volumes
 */
export function validateEphemeral(
  { volumeClaimTemplate }: { readonly volumeClaimTemplate?: ClaimTemplate },
  path: FieldPath,
  errors: FieldErrors,
  { name, path: volume, podName }: VolumePlace,
): void {
  const at = path.child('volumeClaimTemplate');
  if (volumeClaimTemplate === undefined) errors.required(at);
  else {
    const { metadata, spec = EMPTY } = volumeClaimTemplate;
    if (metadata !== undefined) validateTemplateMeta(metadata, at.child('metadata'), errors);
    validatePersistentVolumeClaimSpec(spec, at.child('spec'), errors);
  }
  if (!podName || name === '') return;
  const complaints = dnsSubdomainComplaints(`${podName}-${name}`);
  if (complaints.length > 0) {
    errors.invalid(volume.child('name'), name, `names the claim ${podName}-${name}, which ${complaints[0]}`);
  }
}

/** The metadata of a template: labels and annotations alone. */
function validateTemplateMeta(metadata: Data, path: FieldPath, errors: FieldErrors): void {
  validateAnnotations(metadata.annotations as StringMap | undefined, path.child('annotations'), errors);
  validateLabels(metadata.labels as StringMap | undefined, path.child('labels'), errors);
  for (const field in metadata) {
    const written = FORBIDDEN.get(field);
    const value = metadata[field];
    if (written === undefined || value === undefined || value === '' || value === 0) continue;
    errors.forbidden(path.child(written), 'must not be set: a template has labels and annotations alone');
  }
}
