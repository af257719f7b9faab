import { dataAt } from '../judged-manifest';
import type { ManifestSet } from '../relations/manifest-set';
import type { PodSource } from '../relations/pod-source';
import { withoutRequest } from '../relations/requested-resources';
import {
  hasOtherMetrics,
  isMeasured,
  type ScalingMetric,
  scaledPodsOf,
  scalingMetricsOf,
} from '../relations/scaling-metrics';
import type { Rule, RuleProblem } from '../rule';

/** A share of a request that a container does not make. */
export const autoscalerRequest: Rule = {
  meta: {
    id: 'autoscaler-request',
    level: 'risky',
    closedLevel: 'broken',
    kinds: ['autoscaling/HorizontalPodAutoscaler'],
    summary: 'an autoscaler goes by shares of requests alone, and a container requests nothing',
    why: 'unless something in the cluster adds the request, such as a LimitRange, the share is not known (FailedGetResourceMetric), and nothing is scaled',
    fix: 'request the resource in every container of the target, or go by an AverageValue; declare a LimitRange of the cluster external',
    see: 'https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#support-for-resource-metrics',
  },
  check(scaler, set) {
    const source = hasOtherMetrics(scaler) ? undefined : scaledPodsOf(scaler, set);
    if (!source) return [];
    const problems: RuleProblem[] = [];
    for (const metric of scalingMetricsOf(scaler)) {
      const problem = problemWith(metric, source, set);
      if (problem) problems.push(problem);
      // With one that works, something is scaled.
      else if (isMeasured(metric, source, set)) return [];
    }
    return problems;
  },
};

function problemWith(metric: ScalingMetric, source: PodSource, set: ManifestSet): RuleProblem | undefined {
  const { container, resource, utilization, isDefault } = metric;
  const { object } = source.manifest;
  if (utilization === undefined || resource in dataAt(source.spec, 'resources', 'requests')) return undefined;
  const bare = withoutRequest(source, resource, set).find(each => (container ?? each) === each);
  if (bare === undefined) return undefined;
  const share = isDefault
    ? `is left out, which means 80% of the requested ${resource}`
    : `is a share of the ${resource} that is requested`;
  return {
    path: utilization,
    message: `${share}, and container '${bare}' of ${object.kind} '${object.name}' requests none`,
  };
}
