import { dataAt } from '../judged-manifest';
import type { Data } from '../manifest';
import type { Autoscalers } from './autoscalers';
import type { PodSource } from './pod-source';

/** How many pods there may be at once, updates left out. */
export interface PodCount {
  readonly min: number;
  readonly max: number;
}

/** How many pods KEDA makes at most where a ScaledObject does not say. */
const KEDA_MAX = 100;
const ONE: PodCount = { min: 1, max: 1 };
const UNKNOWN: PodCount = { min: 1, max: Number.POSITIVE_INFINITY };

/**
 * How many pods a source has: its replicas, or what an autoscaler of the input may make of them. Of a DaemonSet, and
 * of a custom resource that does not say, nobody knows.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/
 */
export function podCount(source: PodSource, autoscalers: Autoscalers): PodCount {
  if (source.kind === 'Pod') return ONE;
  if (source.kind === 'apps/DaemonSet') return UNKNOWN;
  const spec = dataAt(source.manifest.data, 'spec');
  if (source.kind === 'batch/Job') return jobCount(spec);
  if (source.kind === 'batch/CronJob') return jobCount(dataAt(spec, 'jobTemplate', 'spec'));
  const replicas = numberOf(spec.replicas, 1);
  const [scaler] = autoscalers.of(source.manifest);
  if (!scaler) return { min: replicas, max: replicas };
  const bounds = dataAt(scaler.data, 'spec');
  if (scaler.object.kind === 'ScaledObject') return kedaCount(bounds);
  return { min: numberOf(bounds.minReplicas, 1), max: numberOf(bounds.maxReplicas, replicas) };
}

/** @see https://keda.sh/docs/latest/reference/scaledobject-spec/ */
function kedaCount({ idleReplicaCount, minReplicaCount, maxReplicaCount }: Data): PodCount {
  const min = numberOf(idleReplicaCount, numberOf(minReplicaCount, 0));
  return { min, max: numberOf(maxReplicaCount, KEDA_MAX) };
}

function jobCount(spec: Data): PodCount {
  const parallelism = numberOf(spec.parallelism, 1);
  const completions = numberOf(spec.completions, parallelism);
  const count = Math.min(parallelism, completions);
  return { min: count, max: count };
}

function numberOf(value: unknown, fallback: number): number {
  return typeof value === 'number' ? value : fallback;
}
