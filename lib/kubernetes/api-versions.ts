import { isBefore, KUBERNETES_VERSIONS, type KubernetesVersion } from './kubernetes-version';

/** The versions, of those that Drydock knows, in which a part of the API exists. */
export interface ApiVersions {
  /** The first version that has it; the oldest that Drydock knows may stand for an older one. */
  readonly since: KubernetesVersion;
  /** The last version that has it. @default - the newest that Drydock knows has it */
  readonly until?: KubernetesVersion;
}

/** The versions of what all versions have. */
export const ALL_VERSIONS: ApiVersions = { since: KUBERNETES_VERSIONS[0] };

/** Whether a version is one of these. */
export function includesVersion({ since, until }: ApiVersions, version: KubernetesVersion): boolean {
  return !isBefore(version, since) && (until === undefined || !isBefore(until, version));
}

/** From the first to the last of all of these. */
export function spanOf(all: readonly ApiVersions[]): ApiVersions {
  const known = KUBERNETES_VERSIONS.filter(version =>
    all.some(versions => includesVersion(versions, version)),
  );
  const last = known.at(-1);
  return {
    since: known[0] ?? KUBERNETES_VERSIONS[0],
    ...(last !== KUBERNETES_VERSIONS.at(-1) && { until: last }),
  };
}

/** Reads versions as the bundle writes them: `30-` (since 1.30), `28-31`. */
export function readVersions(text: string): ApiVersions {
  const [since, until] = text.split('-');
  return {
    since: `1.${since}` as KubernetesVersion,
    ...(until && { until: `1.${until}` as KubernetesVersion }),
  };
}
