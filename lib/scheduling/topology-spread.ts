import type { k8s } from 'cdk8s-plus-28';

/** What pods can spread over. */
export const TopologyKey = {
  /** One node. */
  HOSTNAME: 'kubernetes.io/hostname',
  /** One zone of the provider. */
  ZONE: 'topology.kubernetes.io/zone',
  /** One region of the provider. */
  REGION: 'topology.kubernetes.io/region',
} as const;

/**
 * How far the pods of one workload may be apart in number between two places. The selector is the workload's own.
 *
 * @see https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/
 */
export class TopologySpread {
  private constructor(
    private readonly topologyKey: string,
    private readonly whenUnsatisfiable: 'DoNotSchedule' | 'ScheduleAnyway',
    private readonly maxSkew: number,
  ) {}

  /** Hard: a pod that would break it stays pending. @param maxSkew largest difference allowed, 1 or more. */
  static required(topologyKey: string, maxSkew = 1): TopologySpread {
    return new TopologySpread(topologyKey, 'DoNotSchedule', maxSkew);
  }

  /** Soft: the scheduler tries. @param maxSkew largest difference aimed at, 1 or more. */
  static preferred(topologyKey: string, maxSkew = 1): TopologySpread {
    return new TopologySpread(topologyKey, 'ScheduleAnyway', maxSkew);
  }

  /** The constraint as the API writes it. @param matchLabels the labels that select the workload's pods. */
  toKube(matchLabels: Readonly<Record<string, string>>): k8s.TopologySpreadConstraint {
    const { topologyKey, whenUnsatisfiable, maxSkew } = this;
    return { topologyKey, whenUnsatisfiable, maxSkew, labelSelector: { matchLabels } };
  }
}
