/** The minor versions of Kubernetes that Drydock knows, oldest first. */
export const KUBERNETES_VERSIONS = [
  '1.28',
  '1.29',
  '1.30',
  '1.31',
  '1.32',
  '1.33',
  '1.34',
  '1.35',
  '1.36',
] as const;

/** A minor version of Kubernetes, such as `1.28`. */
export type KubernetesVersion = (typeof KUBERNETES_VERSIONS)[number];

/** The version that output is made for where nobody says another: the one that cdk8s-plus-28 is made for. */
export const DEFAULT_KUBERNETES_VERSION: KubernetesVersion = '1.28';

/** Whether a value is a minor version that Drydock knows. */
export function isKubernetesVersion(value: unknown): value is KubernetesVersion {
  return (KUBERNETES_VERSIONS as readonly unknown[]).includes(value);
}

/** Whether a version is older than another. */
export function isBefore(version: KubernetesVersion, other: KubernetesVersion): boolean {
  return KUBERNETES_VERSIONS.indexOf(version) < KUBERNETES_VERSIONS.indexOf(other);
}
