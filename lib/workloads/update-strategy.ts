import type { k8s } from 'cdk8s-plus-28';
import { intOrString } from '../objects/int-or-string';

/**
 * How a StatefulSet replaces its pods when the template changes.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#update-strategies
 */
export class StatefulUpdateStrategy {
  private constructor(private readonly strategy: k8s.StatefulSetUpdateStrategy) {}

  /** Nothing is replaced until someone deletes the pod. */
  static onDelete(): StatefulUpdateStrategy {
    return new StatefulUpdateStrategy({ type: 'OnDelete' });
  }

  /** From the highest ordinal to the lowest, one at a time, each after the one before is ready. */
  static rollingUpdate(options: StatefulRollingUpdate = {}): StatefulUpdateStrategy {
    const { partition, maxUnavailable } = options;
    const given = partition !== undefined || maxUnavailable !== undefined;
    return new StatefulUpdateStrategy({
      type: 'RollingUpdate',
      rollingUpdate: given
        ? {
            partition,
            maxUnavailable: maxUnavailable === undefined ? undefined : intOrString(maxUnavailable),
          }
        : undefined,
    });
  }

  /** The strategy as the API writes it. */
  toKube(): k8s.StatefulSetUpdateStrategy {
    return this.strategy;
  }
}

/** Options of a rolling update. */
export interface StatefulRollingUpdate {
  /** Pods with a lower ordinal keep the old template. @default not emitted: 0 */
  readonly partition?: number;
  /**
   * Pods that may be missing at a time: a number or a percentage. A cluster whose feature gate
   * `MaxUnavailableStatefulSet` is off drops the field without a word.
   *
   * @default not emitted: 1
   */
  readonly maxUnavailable?: number | string;
}
