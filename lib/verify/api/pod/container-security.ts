import type { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';
import type { ContainerGates } from './container-gates';
import { type SecurityProfile, validateAppArmorProfile, validateSeccompProfile } from './security-profiles';
import { validateWindowsOptions, type WindowsOptions } from './windows-options';

/** What a container may do. */
export interface ContainerSecurity {
  readonly allowPrivilegeEscalation?: boolean;
  readonly appArmorProfile?: SecurityProfile;
  readonly capabilities?: { readonly add?: readonly string[]; readonly drop?: readonly string[] };
  readonly privileged?: boolean;
  readonly procMount?: string;
  readonly runAsGroup?: number;
  readonly runAsUser?: number;
  readonly seccompProfile?: SecurityProfile;
  readonly windowsOptions?: WindowsOptions;
  readonly [field: string]: unknown;
}

const ID_MAX = 2 ** 31 - 1;
const PROC_MOUNTS = ['Default', 'Unmasked'];

/** What a container of a pod for Windows may not set. */
const LINUX_FIELDS = [
  'appArmorProfile',
  'seLinuxOptions',
  'seccompProfile',
  'capabilities',
  'readOnlyRootFilesystem',
  'privileged',
  'allowPrivilegeEscalation',
  'procMount',
  'runAsUser',
  'runAsGroup',
];

/**
 * Judges what a container may do.
 *
 * @param hostUsers whether the pod uses the users of its node.
 * @see https://kubernetes.io/docs/tasks/configure-pod-container/security-context/
 */
export function validateContainerSecurity(
  security: ContainerSecurity,
  hostUsers: boolean,
  gates: ContainerGates,
  path: FieldPath,
  errors: FieldErrors,
): void {
  const { seccompProfile, appArmorProfile, windowsOptions } = security;
  validateId(security.runAsUser, 'runAsUser', path, errors);
  validateId(security.runAsGroup, 'runAsGroup', path, errors);
  if (gates.userNamespaces) validateProcMount(security.procMount, hostUsers, path.child('procMount'), errors);
  if (seccompProfile !== undefined)
    validateSeccompProfile(seccompProfile, path.child('seccompProfile'), errors);
  validateEscalation(security, path, errors);
  if (windowsOptions !== undefined)
    validateWindowsOptions(windowsOptions, path.child('windowsOptions'), errors);
  if (appArmorProfile !== undefined) {
    validateAppArmorProfile(appArmorProfile, path.child('appArmorProfile'), errors);
  }
}

/**
 * Judges whether what a container may do fits the operating system that its pod names.
 *
 * @see https://kubernetes.io/docs/concepts/windows/intro/#compatibility-v1-pod-spec-containers-securitycontext
 */
export function validateSecurityForOs(
  security: ContainerSecurity,
  os: string,
  path: FieldPath,
  errors: FieldErrors,
): void {
  if (os === 'linux') {
    if (security.windowsOptions !== undefined) {
      errors.forbidden(path.child('windowsOptions'), 'must not be set in a pod for Linux');
    }
  } else if (os === 'windows') {
    for (const field of LINUX_FIELDS) {
      if (security[field] !== undefined)
        errors.forbidden(path.child(field), 'must not be set in a pod for Windows');
    }
  }
}

/** Judges the number of a user or a group. */
export function validateId(
  id: number | undefined,
  field: string,
  path: FieldPath,
  errors: FieldErrors,
): void {
  if (id === undefined || (id >= 0 && id <= ID_MAX)) return;
  errors.invalid(path.child(field), id, `must be from 0 to ${ID_MAX}`);
}

function validateProcMount(
  procMount: string | undefined,
  hostUsers: boolean,
  path: FieldPath,
  errors: FieldErrors,
): void {
  if (procMount === undefined) return;
  if (!PROC_MOUNTS.includes(procMount)) errors.notSupported(path, procMount, PROC_MOUNTS);
  if (hostUsers && procMount === 'Unmasked') {
    errors.invalid(path, procMount, "must not be Unmasked unless the pod's hostUsers is false");
  }
}

function validateEscalation(
  { allowPrivilegeEscalation, privileged, capabilities }: ContainerSecurity,
  path: FieldPath,
  errors: FieldErrors,
): void {
  if (allowPrivilegeEscalation !== false) return;
  if (privileged) {
    errors.invalid(path, undefined, 'must not set allowPrivilegeEscalation to false and privileged to true');
  }
  if (capabilities?.add === undefined) return;
  for (const capability of capabilities.add) {
    if (capability !== 'CAP_SYS_ADMIN') continue;
    errors.invalid(path, undefined, 'must not set allowPrivilegeEscalation to false and add CAP_SYS_ADMIN');
  }
}
