import type { KubernetesVersion } from '../kubernetes/kubernetes-version';
import type { Finding, Level } from './finding';
import type { NotVerifiedReason } from './judge';
import type { ManifestIdentity } from './manifest';

/** An object that was not judged in full. */
export interface NotVerified {
  readonly object: ManifestIdentity;
  readonly reason: NotVerifiedReason;
}

/** What was judged, and how it went. */
export interface Summary {
  /** The versions whose servers were asked. */
  readonly versions: readonly KubernetesVersion[];
  /** How many objects were judged; the items of a list count one by one. */
  readonly objects: number;
  /** How many findings there are of each level. */
  readonly findings: Readonly<Record<Level, number>>;
  /** What was not judged in full, in any of the versions. */
  readonly notVerified: readonly NotVerified[];
}

/** How many findings there are of each level. */
export function countByLevel(findings: readonly Finding[]): Readonly<Record<Level, number>> {
  const counts = { rejected: 0, broken: 0, risky: 0 } satisfies Record<Level, number>;
  for (const { level } of findings) counts[level]++;
  return counts;
}
