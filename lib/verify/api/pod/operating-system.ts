import { isBefore } from '../../../kubernetes/kubernetes-version';
import type { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';
import type { PodNamespaces, PodSecurityContext } from './pod-security-context';

const SYSTEMS = ['linux', 'windows'];
const NOT_FOR_WINDOWS = 'may not be set in a pod for Windows';

/** What a pod for Windows may not have in its security context, in the order of the server. */
const LINUX_CONTEXT = [
  'appArmorProfile',
  'seLinuxOptions',
  'seccompProfile',
  'fsGroup',
  'fsGroupChangePolicy',
  'runAsUser',
  'runAsGroup',
  'supplementalGroups',
] as const satisfies readonly (keyof PodSecurityContext)[];

/** What else it may not have since 1.33, the first version to open the gates of these. */
const LATER_LINUX_CONTEXT = [
  'supplementalGroupsPolicy',
  'seLinuxChangePolicy',
] as const satisfies readonly (keyof PodSecurityContext)[];

/** A pod that says which operating system it is for. */
export interface PodWithOs extends PodNamespaces {
  readonly os?: { readonly name?: string };
  readonly securityContext?: PodSecurityContext;
}

/**
 * Judges the operating system that a pod is for, and whether the pod as a whole fits it; containers are judged with
 * the containers.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/pods/#pod-os
 */
export function validateOs(spec: PodWithOs, path: FieldPath, errors: FieldErrors): void {
  if (spec.os === undefined) return;
  const { name = '' } = spec.os;
  if (name === '') errors.required(path.child('os', 'name'));
  else if (name === 'linux') validateForLinux(spec, path, errors);
  else if (name === 'windows') validateForWindows(spec, path, errors);
  else errors.notSupported(path.child('os'), name, SYSTEMS);
}

function validateForLinux({ securityContext }: PodWithOs, path: FieldPath, errors: FieldErrors): void {
  if (securityContext?.windowsOptions === undefined) return;
  errors.forbidden(path.child('securityContext', 'windowsOptions'), 'may not be set in a pod for Linux');
}

function validateForWindows(spec: PodWithOs, path: FieldPath, errors: FieldErrors): void {
  const gated = !isBefore(errors.version, '1.33');
  if (gated && spec.hostUsers !== undefined) errors.forbidden(path.child('hostUsers'), NOT_FOR_WINDOWS);
  if (spec.hostPID) errors.forbidden(path.child('hostPID'), NOT_FOR_WINDOWS);
  if (spec.hostIPC) errors.forbidden(path.child('hostIPC'), NOT_FOR_WINDOWS);
  if (spec.shareProcessNamespace !== undefined) {
    errors.forbidden(path.child('shareProcessNamespace'), NOT_FOR_WINDOWS);
  }
  const { securityContext: context } = spec;
  if (context === undefined) return;
  for (const field of gated ? [...LINUX_CONTEXT, ...LATER_LINUX_CONTEXT] : LINUX_CONTEXT) {
    if (context[field] !== undefined) errors.forbidden(path.child('securityContext', field), NOT_FOR_WINDOWS);
  }
  if (context.sysctls?.length) errors.forbidden(path.child('securityContext', 'sysctls'), NOT_FOR_WINDOWS);
}
