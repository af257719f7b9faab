import type { IConstruct } from 'constructs';

/** What a workload needs to know of the autoscaler that owns its number of replicas. */
export interface AutoscalerBounds {
  readonly minReplicas: number;
  readonly maxReplicas: number;
}

/**
 * The cdk8s-plus HorizontalPodAutoscaler whose target is this workload, or the stack that it is in. The target is
 * only told that there is one, so that the tree has to be asked which.
 */
export function autoscalerOf(
  workload: IConstruct & { readonly hasAutoscaler: boolean },
): AutoscalerBounds | undefined {
  if (!workload.hasAutoscaler) return undefined;
  const targets = [workload, workload.node.scope];
  return workload.node.root.node
    .findAll()
    .find(
      (c): c is IConstruct & AutoscalerBounds =>
        'maxReplicas' in c && targets.includes((c as { target?: IConstruct }).target),
    );
}
