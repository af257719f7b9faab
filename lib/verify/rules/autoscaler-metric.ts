import { dataAt } from '../judged-manifest';
import type { ManifestSet } from '../relations/manifest-set';
import type { PodSource } from '../relations/pod-source';
import { withoutRequest } from '../relations/requested-resources';
import { runningContainers } from '../relations/running-containers';
import { scaleTargetOf } from '../relations/scale-target';
import { type ScalingMetric, scalingMetricsOf } from '../relations/scaling-metrics';
import { mayHaveUnseenContainers } from '../relations/unseen-containers';
import type { Rule, RuleProblem } from '../rule';

/** A metric of an autoscaler that its target never gives. */
export const autoscalerMetric: Rule = {
  meta: {
    id: 'autoscaler-metric',
    level: 'broken',
    kinds: ['autoscaling/HorizontalPodAutoscaler'],
    summary: 'an autoscaler goes by a container or a request that its target lacks',
    why: 'a share of a request is known only where every container that is measured requests the resource: the metric fails (FailedGetResourceMetric), and without another one nothing is scaled',
    fix: 'request the resource in every container of the target, or go by an AverageValue; declare a LimitRange of the cluster external',
    see: 'https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#support-for-resource-metrics',
  },
  check(scaler, set) {
    const { kind, namespace, name } = scaleTargetOf(scaler);
    const target = set.find(kind, namespace, name);
    const source = target && set.podsOf(target);
    if (!source) return [];
    return scalingMetricsOf(scaler).flatMap(metric => problemWith(metric, source, set) ?? []);
  },
};

function problemWith(metric: ScalingMetric, source: PodSource, set: ManifestSet): RuleProblem | undefined {
  const { container, resource, utilization, path } = metric;
  const { object } = source.manifest;
  const containers = runningContainers(source).map(({ name }) => name);
  if (container !== undefined && !containers.includes(container)) {
    if (mayHaveUnseenContainers(source, set)) return undefined;
    return {
      path: `${path}.container`,
      value: container,
      message: `names container '${container}', which ${object.kind} '${object.name}' lacks; it has ${containers.map(each => `'${each}'`).join(', ')}`,
      fix: 'write the name of a container of the target',
    };
  }
  if (utilization === undefined || resource in dataAt(source.spec, 'resources', 'requests')) return undefined;
  const bare = withoutRequest(source, resource, set).find(each => (container ?? each) === each);
  if (bare === undefined) return undefined;
  return {
    path: utilization,
    message: `is a share of the ${resource} that is requested, and container '${bare}' of ${object.kind} '${object.name}' requests none`,
  };
}
