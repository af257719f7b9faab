import { runningContainers } from '../relations/running-containers';
import { isMeasured, scaledPodsOf, scalingMetricsOf } from '../relations/scaling-metrics';
import type { Rule } from '../rule';

/** A metric of an autoscaler that its target never gives. */
export const autoscalerMetric: Rule = {
  meta: {
    id: 'autoscaler-metric',
    level: 'broken',
    kinds: ['autoscaling/HorizontalPodAutoscaler'],
    summary: 'an autoscaler goes by a container that its target lacks',
    why: 'the metric fails each time that it is read (FailedGetContainerResourceMetric): without another one nothing is scaled, and with one nothing is scaled down',
    fix: 'write the name of a container of the target',
    see: 'https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#container-resource-metrics',
  },
  check(scaler, set) {
    const source = scaledPodsOf(scaler, set);
    if (!source) return [];
    const { kind, name } = source.manifest.object;
    return scalingMetricsOf(scaler)
      .filter(metric => !isMeasured(metric, source, set))
      .map(({ container, path }) => ({
        path: `${path}.container`,
        value: container,
        message: `names container '${container}', which ${kind} '${name}' lacks; it has ${runningContainers(
          source,
        )
          .map(each => `'${each.name}'`)
          .join(', ')}`,
      }));
  },
};
