import { dnsLabelComplaints } from '../../../kubernetes/dns-format';
import { isBefore } from '../../../kubernetes/kubernetes-version';
import type { FieldPath } from '../../field-path';
import type { Data } from '../../manifest';
import type { FieldErrors } from '../field-errors';
import { type StringMap, validateAnnotations, validateLabelField } from '../labels';
import { type AnnotatedPod, validatePodAnnotations } from '../pod/pod-annotations';
import { validatePodTemplate } from '../pod/template';
import { validatePersistentVolumeClaimSpec } from '../storage/claim';
import type { PodTemplate } from './template-owner';

/** The template of the claims that each pod of a StatefulSet gets one of. */
export interface ClaimTemplate {
  readonly metadata?: {
    readonly name?: string;
    readonly labels?: StringMap;
    readonly annotations?: StringMap;
  };
  readonly spec?: Data;
}

/** What comes of a StatefulSet whose pods or claims the server will refuse. */
export const NO_PODS = 'the server takes the set, and then refuses to create its pods';

/** The first version whose servers look into the templates of a StatefulSet. */
const TEMPLATES_CHECKED = '1.34';

const NOTHING: Data = {};
const NO_CLAIMS: readonly string[] = [];

/** Judges the template of a StatefulSet's pods, which have a volume for each claim template. */
export function validateStatefulPods(
  template: PodTemplate,
  claims: readonly ClaimTemplate[],
  path: FieldPath,
  errors: FieldErrors,
): void {
  const claimTemplates = claims.length === 0 ? NO_CLAIMS : claims.map(nameOf);
  if (!isBefore(errors.version, TEMPLATES_CHECKED)) {
    validatePodTemplate(template, path, errors, { claimTemplates });
    return;
  }
  const { metadata, spec = NOTHING } = template;
  validateLabelField(path, 'labels', metadata?.labels, errors);
  if (metadata?.annotations) {
    const annotationsPath = path.child('annotations');
    validateAnnotations(metadata.annotations, annotationsPath, errors);
    validatePodAnnotations(metadata.annotations, spec as AnnotatedPod, annotationsPath, errors);
  }
  validatePodTemplate({ spec }, path, errors.unchecked(NO_PODS), { claimTemplates });
}

/** Judges the templates of a StatefulSet's claims. No server looks at their metadata. */
export function validateClaimTemplates(
  claims: readonly ClaimTemplate[],
  path: FieldPath,
  errors: FieldErrors,
): void {
  if (claims.length === 0) return;
  const later = errors.unchecked(NO_PODS);
  const checked = isBefore(errors.version, TEMPLATES_CHECKED) ? later : errors;
  for (let index = 0; index < claims.length; index++) {
    const { metadata, spec = NOTHING } = claims[index];
    const claimPath = path.index(index);
    validatePersistentVolumeClaimSpec(spec, claimPath.child('spec'), checked);
    if (metadata) validateClaimMetadata(metadata, claimPath.child('metadata'), later);
  }
}

function validateClaimMetadata(
  { name, labels, annotations }: NonNullable<ClaimTemplate['metadata']>,
  path: FieldPath,
  errors: FieldErrors,
): void {
  validateLabelField(path, 'labels', labels, errors);
  if (annotations !== undefined) validateAnnotations(annotations, path.child('annotations'), errors);
  // Its volume of the same name is judged with the pods, and has no place in the manifest.
  if (name) errors.invalidField(path, 'name', name, dnsLabelComplaints(name));
}

function nameOf({ metadata }: ClaimTemplate): string {
  return metadata?.name ?? '';
}
