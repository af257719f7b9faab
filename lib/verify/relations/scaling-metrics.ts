import { dataAt, type JudgedManifest, listAt } from '../judged-manifest';
import type { Data } from '../manifest';
import type { ManifestSet } from './manifest-set';
import type { PodSource } from './pod-source';
import { runningContainers } from './running-containers';
import { scaleTargetOf } from './scale-target';
import { isInjected, mayHaveUnseenContainers } from './unseen-containers';

/** A metric of an autoscaler that goes by the resources of pods. */
export interface ScalingMetric {
  /** The path of what it measures. */
  readonly path: string;
  readonly resource: string;
  /** The container that is measured; undefined for the whole pod. */
  readonly container: string | undefined;
  /** The path of the share of the request that it goes by; undefined where it goes by an amount. */
  readonly utilization: string | undefined;
  /** Whether the server sets it, because no metric is given. */
  readonly isDefault: boolean;
}

/** The fields of metrics that go by the resources of pods, by their types. */
const FIELDS: Readonly<Record<string, 'containerResource' | 'resource' | undefined>> = {
  ContainerResource: 'containerResource',
  Resource: 'resource',
};
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
    const isDefault = typeof spec.targetCPUUtilizationPercentage !== 'number';
    return isDefault && hasOldMetrics(data) ? [] : [cpuOf('spec', share, isDefault)];
  }
  const metrics = listAt(spec, 'metrics');
  if (metrics.length === 0) return [cpuOf('spec.metrics', 'spec.metrics', true)];
  return metrics.flatMap((metric, index) => {
    const field = FIELDS[String(metric.type)];
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
        isDefault: false,
      },
    ];
  });
}

/** Whether an autoscaler goes by anything but the resources of pods, too. */
export function hasOtherMetrics({ object, data }: JudgedManifest): boolean {
  if (object.apiVersion === 'autoscaling/v1') return hasOldMetrics(data);
  return listAt(dataAt(data, 'spec'), 'metrics').some(({ type }) => FIELDS[String(type)] === undefined);
}

function hasOldMetrics(data: Data): boolean {
  return OLD_METRICS in dataAt(data, 'metadata', 'annotations');
}

/** The pods that an autoscaler scales; undefined where they are not certain. */
export function scaledPodsOf(scaler: JudgedManifest, set: ManifestSet): PodSource | undefined {
  const { kind, namespace, name } = scaleTargetOf(scaler);
  const target = set.find(kind, namespace, name);
  return target && set.podsOf(target);
}

/** Whether the pods have the container that a metric measures, or may have it. */
export function isMeasured({ container }: ScalingMetric, source: PodSource, set: ManifestSet): boolean {
  return (
    container === undefined ||
    runningContainers(source).some(({ name }) => name === container) ||
    isInjected(container) ||
    mayHaveUnseenContainers(source, set)
  );
}

function cpuOf(path: string, utilization: string, isDefault: boolean): ScalingMetric {
  return { path, resource: 'cpu', container: undefined, utilization, isDefault };
}
