import { FieldPath } from '../../field-path';
import type { Data } from '../../manifest';
import type { FieldErrors } from '../field-errors';
import { metadataOf, nameIsDnsSubdomain, validateObjectMeta } from '../metadata';
import { type AnnotatedPod, validatePodAnnotations } from './pod-annotations';
import { validatePodSpec } from './pod-spec';
import { validateProfileAnnotations } from './profile-annotations';

const SPEC = FieldPath.of('spec');
const ANNOTATIONS = FieldPath.of('metadata', 'annotations');
const EMPTY: Data = {};

/** The fields of a spec that a pod of its own is judged by, where a template is not. */
interface OwnSpec {
  readonly nodeName?: string;
  readonly schedulingGates?: readonly unknown[];
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
  // A token without a service account is taken: admission has named the account before validation asks for it.
  validateOwn(spec as OwnSpec, errors);
}

function validateOwn(spec: OwnSpec, errors: FieldErrors): void {
  if (spec.nodeName && spec.schedulingGates?.length) {
    errors.forbidden(SPEC.child('nodeName'), 'may not be set while there are schedulingGates');
  }
}
