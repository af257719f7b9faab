import { dataAt, type JudgedManifest, listAt } from '../judged-manifest';

/** A metric of an autoscaler that goes by the resources of pods. */
export interface ScalingMetric {
  /** The path of what it measures. */
  readonly path: string;
  readonly resource: string;
  /** The container that is measured; undefined for the whole pod. */
  readonly container: string | undefined;
  /** The path of the share of the request that it goes by; undefined where it goes by an amount. */
  readonly utilization: string | undefined;
}

const OLD_METRICS = 'autoscaling.alpha.kubernetes.io/metrics';

/**
 * The metrics of an autoscaler that go by the resources of pods. Where none is given, the server sets 80 percent of
 * the cpu that is requested.
 *
 * @see https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#support-for-resource-metrics
 */
export function scalingMetricsOf({ object, data }: JudgedManifest): readonly ScalingMetric[] {
  const spec = dataAt(data, 'spec');
  if (object.apiVersion === 'autoscaling/v1') {
    const share = 'spec.targetCPUUtilizationPercentage';
    const hasOthers = OLD_METRICS in dataAt(data, 'metadata', 'annotations');
    return typeof spec.targetCPUUtilizationPercentage !== 'number' && hasOthers ? [] : [cpuOf('spec', share)];
  }
  const metrics = listAt(spec, 'metrics');
  if (metrics.length === 0) return [cpuOf('spec.metrics', 'spec.metrics')];
  return metrics.flatMap((metric, index) => {
    const field =
      metric.type === 'ContainerResource'
        ? 'containerResource'
        : metric.type === 'Resource'
          ? 'resource'
          : undefined;
    if (!field) return [];
    const { name, container, target } = dataAt(metric, field);
    if (typeof name !== 'string') return [];
    const path = `spec.metrics[${index}].${field}`;
    const isShare = (target as { type?: unknown } | undefined)?.type === 'Utilization';
    return [
      {
        path,
        resource: name,
        container: field === 'containerResource' && typeof container === 'string' ? container : undefined,
        utilization: isShare ? `${path}.target.averageUtilization` : undefined,
      },
    ];
  });
}

function cpuOf(path: string, utilization: string): ScalingMetric {
  return { path, resource: 'cpu', container: undefined, utilization };
}
