import type { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';
import { validateDescendingPath } from './relative-path';

/** A profile of seccomp or AppArmor, of a container or of all in a pod. */
export interface SecurityProfile {
  readonly type?: string;
  readonly localhostProfile?: string;
}

const TYPES = ['Localhost', 'RuntimeDefault', 'Unconfined'];
const PATH_MAX = 4095;

/**
 * Judges a seccomp profile.
 *
 * @see https://kubernetes.io/docs/tutorials/security/seccomp/
 */
export function validateSeccompProfile(
  { type = '', localhostProfile }: SecurityProfile,
  path: FieldPath,
  errors: FieldErrors,
): void {
  if (type === '') errors.required(path.child('type'));
  else if (!TYPES.includes(type)) errors.notSupported(path.child('type'), type, TYPES);
  if (type !== 'Localhost' && localhostProfile === undefined) return;
  const at = path.child('localhostProfile');
  if (type !== 'Localhost') errors.invalid(at, localhostProfile, 'needs the type Localhost');
  else if (localhostProfile === undefined) errors.required(at, 'is required by the type Localhost');
  else validateDescendingPath(localhostProfile, at, errors);
}

/**
 * Judges an AppArmor profile.
 *
 * @see https://kubernetes.io/docs/tutorials/security/apparmor/
 */
export function validateAppArmorProfile(
  { type = '', localhostProfile }: SecurityProfile,
  path: FieldPath,
  errors: FieldErrors,
): void {
  if (type === '') errors.required(path.child('type'));
  else if (!TYPES.includes(type)) errors.notSupported(path.child('type'), type, TYPES);
  else if (type === 'Localhost')
    validateAppArmorName(localhostProfile, path.child('localhostProfile'), errors);
  else if (localhostProfile !== undefined) {
    errors.invalid(path.child('localhostProfile'), localhostProfile, 'needs the type Localhost');
  }
}

function validateAppArmorName(name: string | undefined, path: FieldPath, errors: FieldErrors): void {
  if (!name) errors.required(path, 'is required by the type Localhost');
  else if (name.trim() !== name) errors.invalid(path, name, 'must not begin or end with white space');
  if (name !== undefined && Buffer.byteLength(name) > PATH_MAX) errors.tooLong(path, name, PATH_MAX);
}
