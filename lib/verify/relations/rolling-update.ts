import { dataAt } from '../judged-manifest';
import type { PodSource } from './pod-source';

const DEFAULT_SHARE = '25%';

/** What an update of a Deployment does to its pods. */
export interface RollingUpdate {
  /** How many pods there may be beside the replicas. */
  readonly surge: number;
  /** How many of the replicas may be missing. */
  readonly unavailable: number;
}

/**
 * How a Deployment is updated, in pods; undefined for what is not updated pod by pod beside the old ones. Shares of
 * the surge are rounded up, those of missing replicas down, and one of them is not 0.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#rolling-update-deployment
 */
export function rollingUpdateOf({ kind, manifest }: PodSource, replicas: number): RollingUpdate | undefined {
  if (kind !== 'apps/Deployment') return undefined;
  const strategy = dataAt(manifest.data, 'spec', 'strategy');
  if (strategy.type === 'Recreate') return undefined;
  const { maxSurge, maxUnavailable } = dataAt(strategy, 'rollingUpdate');
  const surge = Math.ceil(podsOf(maxSurge ?? DEFAULT_SHARE, replicas));
  const unavailable = Math.floor(podsOf(maxUnavailable ?? DEFAULT_SHARE, replicas));
  return surge === 0 && unavailable === 0 ? { surge, unavailable: 1 } : { surge, unavailable };
}

function podsOf(value: unknown, replicas: number): number {
  if (typeof value === 'number') return value;
  const share = Number.parseInt(String(value), 10);
  return Number.isNaN(share) ? 0 : (share * replicas) / 100;
}
