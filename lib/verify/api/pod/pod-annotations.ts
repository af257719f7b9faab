import type { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';
import type { StringMap } from '../labels';
import { containersOf, type PodContainers } from './each-container';
import { validateDescendingPath } from './relative-path';
import { validateTolerationsAnnotation } from './tolerations-annotation';

const MIRROR = 'kubernetes.io/config.mirror';
const TOLERATIONS = 'scheduler.alpha.kubernetes.io/tolerations';
const DELETION_COST = 'controller.kubernetes.io/pod-deletion-cost';

/** The profile of all containers of a pod, in an annotation. */
export const SECCOMP_POD = 'seccomp.security.alpha.kubernetes.io/pod';
/** Before the name of a container, the annotation that has its seccomp profile. */
export const SECCOMP_CONTAINER = 'container.seccomp.security.alpha.kubernetes.io/';
/** Before the name of a container, the annotation that has its AppArmor profile. */
export const APP_ARMOR_CONTAINER = 'container.apparmor.security.beta.kubernetes.io/';
/** Before the path of a profile that the node has. */
export const LOCALHOST = 'localhost/';

const COST = /^(0|[1-9]\d*|-\d+)$/;
const INT32_MAX = 2 ** 31 - 1;
const SECCOMP_PROFILES: ReadonlySet<string> = new Set(['runtime/default', 'docker/default', 'unconfined']);
const APP_ARMOR_PROFILES: ReadonlySet<string> = new Set(['', 'runtime/default', 'unconfined']);

/** A pod, as far as its annotations go. */
export interface AnnotatedPod extends PodContainers {
  readonly nodeName?: string;
}

/**
 * Judges the annotations of a pod, or of a template, that Kubernetes reads.
 *
 * @param path the annotations'.
 * @see https://kubernetes.io/docs/reference/labels-annotations-taints/
 */
export function validatePodAnnotations(
  annotations: StringMap,
  spec: AnnotatedPod,
  path: FieldPath,
  errors: FieldErrors,
): void {
  for (const key in annotations) {
    // few annotations are of interest, and all of them name Kubernetes
    if (!key.includes('kubernetes.io/')) continue;
    const value = annotations[key] as string;
    if (key === MIRROR) {
      if (!spec.nodeName)
        errors.invalid(path.key(key), value, 'needs nodeName: it is for pods that a node runs');
    } else if (key === TOLERATIONS) {
      if (value !== '') validateTolerationsAnnotation(value, path, path.child(key), errors);
    } else if (key === DELETION_COST) validateDeletionCost(value, path.key(key), errors);
    else if (key === SECCOMP_POD || key.startsWith(SECCOMP_CONTAINER)) {
      validateSeccomp(value, path.child(key), errors);
    } else if (key.startsWith(APP_ARMOR_CONTAINER)) validateAppArmor(key, value, spec, path.key(key), errors);
  }
}

function validateDeletionCost(value: string, path: FieldPath, errors: FieldErrors): void {
  const cost = Number(value);
  if (COST.test(value) && cost <= INT32_MAX && cost >= -INT32_MAX - 1) return;
  errors.invalid(path, value, 'must be a whole number of 32 bits, without plus sign and leading zeros');
}

function validateSeccomp(profile: string, path: FieldPath, errors: FieldErrors): void {
  if (SECCOMP_PROFILES.has(profile)) return;
  if (profile.startsWith(LOCALHOST)) validateDescendingPath(profile.slice(LOCALHOST.length), path, errors);
  else errors.invalid(path, profile, 'must be runtime/default, unconfined or localhost/<path>');
}

function validateAppArmor(
  key: string,
  profile: string,
  spec: AnnotatedPod,
  path: FieldPath,
  errors: FieldErrors,
): void {
  const name = key.slice(APP_ARMOR_CONTAINER.length);
  if (!containersOf(spec).some(({ container }) => (container.name ?? '') === name)) {
    errors.invalid(path, name, 'must name a container of the pod');
  }
  if (!APP_ARMOR_PROFILES.has(profile) && !profile.startsWith(LOCALHOST)) {
    errors.invalid(path, profile, 'must be runtime/default, unconfined or localhost/<profile>');
  }
}
