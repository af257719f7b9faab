import { isBefore } from '../../../kubernetes/kubernetes-version';
import type { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';

/** A parameter of the kernel. */
export interface Sysctl {
  readonly name?: string;
  readonly value?: string;
}

/** Namespaces of its node that a pod shares. */
export interface SharedNamespaces {
  readonly hostNetwork?: boolean;
  readonly hostIPC?: boolean;
}

const NAME = /^([a-z0-9]([-_a-z0-9]*[a-z0-9])?[./])*[a-z0-9]([-_a-z0-9]*[a-z0-9])?$/;
const NAME_MAX = 253;
const IPC_PREFIXES = ['kernel.shm', 'kernel.msg', 'fs.mqueue.'];

/**
 * Judges the parameters of the kernel that a pod sets. Since 1.29 a pod may not set those of a namespace that it
 * shares with its node.
 *
 * @see https://kubernetes.io/docs/tasks/administer-cluster/sysctl-cluster/
 */
export function validateSysctls(
  sysctls: readonly Sysctl[],
  shared: SharedNamespaces,
  path: FieldPath,
  errors: FieldErrors,
): void {
  const names = new Set<string>();
  const guarded = (shared.hostNetwork || shared.hostIPC) && !isBefore(errors.version, '1.29');
  sysctls.forEach(({ name = '' }, index) => {
    const at = path.index(index).child('name');
    if (name === '') errors.required(at);
    else if (name.length > NAME_MAX || !NAME.test(name)) {
      errors.invalid(
        at,
        name,
        'must be lower-case letters, digits, hyphens and underscores, in parts between dots or slashes',
      );
    } else if (names.has(name)) errors.duplicate(at, name);
    names.add(name);
    if (guarded) validateNamespace(name, shared, at, errors);
  });
}

function validateNamespace(
  name: string,
  { hostNetwork, hostIPC }: SharedNamespaces,
  path: FieldPath,
  errors: FieldErrors,
): void {
  const dotted = withDots(name);
  if (hostNetwork && dotted.startsWith('net.')) {
    errors.invalid(path, name, 'may not be set where hostNetwork is true');
  } else if (hostIPC && isOfIpc(dotted)) {
    errors.invalid(path, name, 'may not be set where hostIPC is true');
  }
}

function isOfIpc(name: string): boolean {
  return name === 'kernel.sem' || IPC_PREFIXES.some(prefix => name.startsWith(prefix));
}

/** A name whose parts stand between slashes has dots in them: the two change places. */
function withDots(name: string): string {
  const first = /[./]/.exec(name)?.[0];
  if (first !== '/') return name;
  return name.replace(/[./]/g, separator => (separator === '/' ? '.' : '/'));
}
