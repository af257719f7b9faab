import { FieldPath } from '../../field-path';
import type { Data } from '../../manifest';
import type { FieldErrors } from '../field-errors';
import { metadataOf, nameIsDnsSubdomain, validateObjectMeta } from '../metadata';
import { type AnnotatedPod, validatePodAnnotations } from './pod-annotations';
import { validatePodSpec } from './pod-spec';
import { validateProfileAnnotations } from './profile-annotations';
import type { ProjectedSource } from './projected-source';
import type { Volume } from './volume';

const SPEC = FieldPath.of('spec');
const VOLUMES = SPEC.child('volumes');
const ANNOTATIONS = FieldPath.of('metadata', 'annotations');
const EMPTY: Data = {};

/** The fields of a spec that a pod of its own is judged by, where a template is not. */
interface OwnSpec {
  readonly nodeName?: string;
  readonly schedulingGates?: readonly unknown[];
  readonly serviceAccount?: string;
  readonly serviceAccountName?: string;
  readonly volumes?: readonly Volume[];
}

/**
 * The API server's validation of a Pod.
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/
 */
export function validatePod(pod: Data, errors: FieldErrors): void {
  const meta = metadataOf(pod);
  const spec = (pod.spec as Data | undefined) ?? EMPTY;
  validateObjectMeta(pod, nameIsDnsSubdomain, errors);
  if (meta.annotations) {
    validatePodAnnotations(meta.annotations, spec as AnnotatedPod, ANNOTATIONS, errors);
    validateProfileAnnotations(meta.annotations, spec, SPEC, errors, true);
  }
  validatePodSpec(spec, SPEC, errors, { pod: meta });
  validateOwn(spec as OwnSpec, errors);
}

function validateOwn(spec: OwnSpec, errors: FieldErrors): void {
  if (spec.nodeName && spec.schedulingGates?.length) {
    errors.forbidden(SPEC.child('nodeName'), 'may not be set while there are schedulingGates');
  }
  if (!spec.serviceAccountName && !spec.serviceAccount && spec.volumes) validateTokens(spec.volumes, errors);
}

/** A token of a service account needs one. */
function validateTokens(volumes: readonly Volume[], errors: FieldErrors): void {
  volumes.forEach((volume, index) => {
    const { sources } = (volume.projected as ProjectedSource | undefined) ?? {};
    sources?.forEach((source, place) => {
      if (source.serviceAccountToken === undefined) return;
      const at = VOLUMES.index(index).child('projected', 'sources').index(place).child('serviceAccountToken');
      errors.forbidden(at, 'needs serviceAccountName', { fix: 'set serviceAccountName: default' });
    });
  });
}
