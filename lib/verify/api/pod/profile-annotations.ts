import { isBefore } from '../../../kubernetes/kubernetes-version';
import type { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';
import type { StringMap } from '../labels';
import { containersOf, type PodContainers, pathOf } from './each-container';
import { APP_ARMOR_CONTAINER, LOCALHOST, SECCOMP_CONTAINER, SECCOMP_POD } from './pod-annotations';
import type { SecurityProfile } from './security-profiles';

/** Profiles of a pod and its containers. */
export interface ProfiledPod extends PodContainers {
  readonly os?: { readonly name?: string };
  readonly securityContext?: Profiles;
}

interface Profiles {
  readonly seccompProfile?: SecurityProfile;
  readonly appArmorProfile?: SecurityProfile;
}

const TYPES: Readonly<Record<string, readonly string[]>> = {
  Unconfined: ['unconfined'],
  RuntimeDefault: ['runtime/default', 'docker/default'],
};
const SAME = 'must be what the annotation of the same profile says';

/**
 * Judges whether the profiles in annotations, which is where they were before they were fields, are those in the
 * fields.
 *
 * @param path the spec's.
 * @param isPod whether it is a pod's own spec, where the server makes fields of annotations, and not a template's.
 */
export function validateProfileAnnotations(
  annotations: StringMap,
  spec: ProfiledPod,
  path: FieldPath,
  errors: FieldErrors,
  isPod: boolean,
): void {
  if (!Object.keys(annotations).some(isProfile)) return;
  const pod = spec.securityContext;
  if (pod?.seccompProfile) {
    compare(
      annotations[SECCOMP_POD],
      pod.seccompProfile,
      path.child('securityContext', 'seccompProfile'),
      errors,
    );
  }
  const appArmor = spec.os?.name !== 'windows' && !isBefore(errors.version, '1.30');
  for (const placed of containersOf(spec)) {
    const own = placed.container.securityContext as Profiles | undefined;
    const name = (placed.container.name as string | undefined) ?? '';
    const at = pathOf(placed, path).child('securityContext');
    if (own?.seccompProfile) {
      compare(annotations[SECCOMP_CONTAINER + name], own.seccompProfile, at.child('seccompProfile'), errors);
    }
    const inAnnotation = annotations[APP_ARMOR_CONTAINER + name];
    const inField = own?.appArmorProfile ?? pod?.appArmorProfile;
    if (!appArmor || !inField || (isPod && !own?.appArmorProfile && becomesField(inAnnotation))) continue;
    compare(inAnnotation, inField, at.child('appArmorProfile'), errors, 1);
  }
}

function compare(
  annotation: string | undefined,
  { type = '', localhostProfile }: SecurityProfile,
  path: FieldPath,
  errors: FieldErrors,
  spellings?: number,
): void {
  if (annotation === undefined) return;
  if (type === 'Localhost') {
    if (!annotation.startsWith(LOCALHOST)) errors.forbidden(path.child('type'), SAME);
    else if (annotation.slice(LOCALHOST.length) !== localhostProfile) {
      errors.forbidden(path.child('localhostProfile'), SAME);
    }
  } else if (TYPES[type] && !TYPES[type].slice(0, spellings).includes(annotation)) {
    errors.forbidden(path.child('type'), SAME);
  }
}

/** Whether the server makes a field of an annotation with an AppArmor profile. */
function becomesField(annotation: string | undefined): boolean {
  if (annotation === 'unconfined' || annotation === 'runtime/default') return true;
  const profile = annotation?.startsWith(LOCALHOST) ? annotation.slice(LOCALHOST.length) : '';
  return profile !== '' && profile.trim() === profile;
}

function isProfile(key: string): boolean {
  return key === SECCOMP_POD || key.startsWith(SECCOMP_CONTAINER) || key.startsWith(APP_ARMOR_CONTAINER);
}
