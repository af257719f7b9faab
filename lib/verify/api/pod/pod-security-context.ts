import { isBefore } from '../../../kubernetes/kubernetes-version';
import type { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';
import { validateId } from './container-security';
import { type SecurityProfile, validateAppArmorProfile, validateSeccompProfile } from './security-profiles';
import { type Sysctl, validateSysctls } from './sysctls';
import { validateWindowsOptions, type WindowsOptions } from './windows-options';

/** What all containers of a pod may do. */
export interface PodSecurityContext {
  readonly runAsUser?: number;
  readonly runAsGroup?: number;
  readonly fsGroup?: number;
  readonly fsGroupChangePolicy?: string;
  readonly supplementalGroups?: readonly number[];
  readonly supplementalGroupsPolicy?: string;
  readonly seLinuxOptions?: object;
  readonly seLinuxChangePolicy?: string;
  readonly seccompProfile?: SecurityProfile;
  readonly appArmorProfile?: SecurityProfile;
  readonly sysctls?: readonly Sysctl[];
  readonly windowsOptions?: WindowsOptions;
}

/** Namespaces that a pod shares with its node, or its containers with one another. */
export interface PodNamespaces {
  readonly hostNetwork?: boolean;
  readonly hostPID?: boolean;
  readonly hostIPC?: boolean;
  readonly hostUsers?: boolean;
  readonly shareProcessNamespace?: boolean;
}

const FS_GROUP_POLICIES = ['Always', 'OnRootMismatch'];
const GROUPS_POLICIES = ['Merge', 'Strict'];

/**
 * Judges what all containers of a pod may do.
 *
 * @see https://kubernetes.io/docs/tasks/configure-pod-container/security-context/
 */
export function validatePodSecurityContext(
  context: PodSecurityContext,
  namespaces: PodNamespaces,
  path: FieldPath,
  errors: FieldErrors,
): void {
  validateId(context.fsGroup, 'fsGroup', path, errors);
  validateId(context.runAsUser, 'runAsUser', path, errors);
  validateId(context.runAsGroup, 'runAsGroup', path, errors);
  context.supplementalGroups?.forEach((group, index) => {
    validateId(group, `supplementalGroups[${index}]`, path, errors);
  });
  const { sysctls, seccompProfile, windowsOptions, appArmorProfile } = context;
  if (sysctls) validateSysctls(sysctls, namespaces, path.child('sysctls'), errors);
  if (seccompProfile) validateSeccompProfile(seccompProfile, path.child('seccompProfile'), errors);
  if (windowsOptions) validateWindowsOptions(windowsOptions, path.child('windowsOptions'), errors);
  if (appArmorProfile) validateAppArmorProfile(appArmorProfile, path.child('appArmorProfile'), errors);
  validatePolicies(context, path, errors);
}

/** Policies; the later two stand behind gates that 1.33 was the first to open. */
function validatePolicies(context: PodSecurityContext, path: FieldPath, errors: FieldErrors): void {
  const { fsGroupChangePolicy, supplementalGroupsPolicy, seLinuxChangePolicy } = context;
  if (fsGroupChangePolicy !== undefined && !FS_GROUP_POLICIES.includes(fsGroupChangePolicy)) {
    errors.notSupported(path.child('fsGroupChangePolicy'), fsGroupChangePolicy, FS_GROUP_POLICIES);
  }
  if (isBefore(errors.version, '1.33')) return;
  if (supplementalGroupsPolicy !== undefined && !GROUPS_POLICIES.includes(supplementalGroupsPolicy)) {
    errors.notSupported(path.child('supplementalGroupsPolicy'), supplementalGroupsPolicy, GROUPS_POLICIES);
  }
  // MountOption stands behind a gate that no version opens by default
  if (seLinuxChangePolicy !== undefined && seLinuxChangePolicy !== 'Recursive') {
    errors.notSupported(path.child('seLinuxChangePolicy'), seLinuxChangePolicy, ['Recursive']);
  }
}

/** Judges the processes that the containers of a pod see: those of the node and of one another do not go together. */
export function validateHostPid(namespaces: PodNamespaces, path: FieldPath, errors: FieldErrors): void {
  if (!namespaces.hostPID || !namespaces.shareProcessNamespace) return;
  errors.invalid(
    path.child('securityContext', 'shareProcessNamespace'),
    true,
    'may not be true together with hostPID',
  );
}

/**
 * Judges whether a pod has users of its own, behind a gate that 1.33 was the first to open.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/pods/user-namespaces/
 */
export function validateHostUsers(namespaces: PodNamespaces, path: FieldPath, errors: FieldErrors): void {
  const { hostNetwork, hostPID, hostIPC, hostUsers } = namespaces;
  if (hostUsers !== false || isBefore(errors.version, '1.33')) return;
  if (hostNetwork) errors.forbidden(path.child('hostNetwork'), 'may not be true where hostUsers is false');
  // the server writes these two so
  if (hostPID) errors.forbidden(path.child('HostPID'), 'may not be true where hostUsers is false');
  if (hostIPC) errors.forbidden(path.child('HostIPC'), 'may not be true where hostUsers is false');
}
