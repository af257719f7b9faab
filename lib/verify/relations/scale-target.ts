import { dataAt, type JudgedManifest, namespaceOf } from '../judged-manifest';
import { kindKey } from './kind-key';

/** What an autoscaler scales. */
export interface ScaleTarget {
  readonly apiVersion: string;
  /** Its kind with its group, such as `apps/Deployment`. */
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  /** The path of the reference. */
  readonly path: string;
}

/** Kinds that set the replicas, or the resources, of a workload that they name. */
export const SCALING_KINDS: readonly string[] = [
  'autoscaling/HorizontalPodAutoscaler',
  'autoscaling.k8s.io/VerticalPodAutoscaler',
  'keda.sh/ScaledObject',
];

/** What an autoscaler scales: a HorizontalPodAutoscaler, a VerticalPodAutoscaler, a ScaledObject of KEDA. */
export function scaleTargetOf(scaler: JudgedManifest): ScaleTarget {
  const field = scaler.object.kind === 'VerticalPodAutoscaler' ? 'targetRef' : 'scaleTargetRef';
  const { apiVersion, kind, name } = dataAt(scaler.data, 'spec', field);
  const isOfKeda = scaler.object.kind === 'ScaledObject';
  const version = textOf(apiVersion) || (isOfKeda ? 'apps/v1' : '');
  return {
    apiVersion: version,
    kind: kindKey({ apiVersion: version, kind: textOf(kind) || (isOfKeda ? 'Deployment' : '') }),
    namespace: namespaceOf(scaler),
    name: textOf(name),
    path: `spec.${field}`,
  };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
