import { isBefore, type KubernetesVersion } from './kubernetes-version';

/**
 * The kinds of volume that the Pod Security Standard `restricted` allows.
 *
 * @see https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted
 */
export const RESTRICTED_VOLUMES: readonly string[] = [
  'configMap',
  'csi',
  'downwardAPI',
  'emptyDir',
  'ephemeral',
  'persistentVolumeClaim',
  'projected',
  'secret',
  // Served later, and no way to the node.
  'image',
];

/** Safe sysctls, and the version of the standards since which they are. */
const SAFE_SYSCTLS: Readonly<Record<string, KubernetesVersion>> = {
  'kernel.shm_rmid_forced': '1.28',
  'net.ipv4.ip_local_port_range': '1.28',
  'net.ipv4.tcp_syncookies': '1.28',
  'net.ipv4.ping_group_range': '1.28',
  'net.ipv4.ip_unprivileged_port_start': '1.28',
  'net.ipv4.ip_local_reserved_ports': '1.28',
  'net.ipv4.tcp_keepalive_time': '1.29',
  'net.ipv4.tcp_fin_timeout': '1.29',
  'net.ipv4.tcp_keepalive_intvl': '1.29',
  'net.ipv4.tcp_keepalive_probes': '1.29',
  'net.ipv4.tcp_rmem': '1.32',
  'net.ipv4.tcp_wmem': '1.32',
};

/**
 * Whether the Pod Security Standard `baseline` of a version allows a sysctl.
 *
 * @see https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline
 */
export function isSafeSysctl(name: string, version: KubernetesVersion): boolean {
  const since = Object.hasOwn(SAFE_SYSCTLS, name) ? SAFE_SYSCTLS[name] : undefined;
  return since !== undefined && !isBefore(version, since);
}
