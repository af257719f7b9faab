import type { ApiObject } from 'cdk8s';
import { k8s, Resource } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { intOrString } from '../objects/int-or-string';
import { type NamedProps, RenderedObject } from '../objects/rendered-object';
import { PropError } from '../prop-error';

/**
 * How many pods a drain may take away: those that may be missing, or those that must stay. A number, or a
 * percentage such as `25%`.
 *
 * @see https://kubernetes.io/docs/tasks/run-application/configure-pdb/
 */
export type DisruptionLimit =
  | { readonly maxUnavailable: number | string; readonly minAvailable?: never }
  | { readonly minAvailable: number | string; readonly maxUnavailable?: never };

/** Options of a {@link DisruptionBudget}. */
export type DisruptionBudgetOptions = DisruptionLimit & {
  /**
   * Whether pods that are not healthy may always be evicted.
   *
   * @default not emitted: IfHealthyBudget
   */
  readonly unhealthyPodEvictionPolicy?: 'IfHealthyBudget' | 'AlwaysAllow';
};

/** Props of a {@link DisruptionBudget}. */
export type DisruptionBudgetProps = DisruptionBudgetOptions &
  NamedProps & {
    /** Labels of the pods that it protects. */
    readonly matchLabels: Readonly<Record<string, string>>;
  };

/**
 * A PodDisruptionBudget: nodes are drained no faster than the pods can do without.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/pods/disruptions/
 */
export class DisruptionBudget extends Resource {
  protected readonly apiObject: ApiObject;
  readonly resourceType = 'poddisruptionbudgets';

  /** @throws PropError for a limit that is neither a whole number nor a percentage. */
  constructor(scope: Construct, id: string, props: DisruptionBudgetProps) {
    super(scope, id);
    const { maxUnavailable, minAvailable, unhealthyPodEvictionPolicy, matchLabels, metadata } = props;
    this.checkLimit('maxUnavailable', maxUnavailable);
    this.checkLimit('minAvailable', minAvailable);
    this.apiObject = new RenderedObject(this, 'Resource', k8s.KubePodDisruptionBudget, {
      metadata,
      spec: {
        maxUnavailable: maxUnavailable === undefined ? undefined : intOrString(maxUnavailable),
        minAvailable: minAvailable === undefined ? undefined : intOrString(minAvailable),
        unhealthyPodEvictionPolicy,
        selector: { matchLabels },
      },
    });
  }

  private checkLimit(prop: string, limit: number | string | undefined): void {
    const valid =
      typeof limit === 'number' ? Number.isInteger(limit) && limit >= 0 : /^\d+%$/.test(limit ?? '0%');
    if (valid) return;
    throw new PropError({
      construct: this,
      prop,
      problem: 'must be a whole number or a percentage',
      received: limit,
      allowed: '0 or more, or a text such as 25%',
      fix: 'correct the number',
    });
  }
}
