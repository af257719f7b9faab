import { dnsSubdomainComplaints } from '../../../kubernetes/dns-format';
import type { FieldPath } from '../../field-path';
import type { Data } from '../../manifest';
import type { FieldErrors } from '../field-errors';
import { validatePersistentVolumeClaimSpec } from '../storage/claim';
import { validateTemplateMeta } from '../template-metadata';
import type { VolumePlace } from './volume';

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
