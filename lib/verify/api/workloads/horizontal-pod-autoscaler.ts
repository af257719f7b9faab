import { isBefore } from '../../../kubernetes/kubernetes-version';
import { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';
import { nameIsDnsSubdomain, validateObjectMeta } from '../metadata';
import type { Validator } from '../validator';
import { type Metric, validateMetric } from './metric';
import { type ObjectReference, validateObjectReference } from './object-reference';
import { type ScalingBehavior, validateBehavior } from './scaling-behavior';

interface AutoscalerSpec {
  readonly minReplicas?: number;
  readonly maxReplicas?: number;
  readonly scaleTargetRef?: ObjectReference;
  /** Of v2. */
  readonly metrics?: readonly Metric[];
  /** Of v2. */
  readonly behavior?: ScalingBehavior;
  /** Of v1: the server makes a metric of it. */
  readonly targetCPUUtilizationPercentage?: number;
}

const SPEC = FieldPath.of('spec');
const METRICS = SPEC.child('metrics');
const MAX_REPLICAS = SPEC.child('maxReplicas');
const NO_SPEC: AutoscalerSpec = {};
const NO_TARGET: ObjectReference = {};

/** The one kind with replicas that is in no API group. */
const CORE_KIND = 'ReplicationController';

/**
 * Judges a HorizontalPodAutoscaler, v1 and v2: the server makes v2 of both, and writes the fields of v2.
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/horizontal-pod-autoscaler-v2/
 */
export const validateHorizontalPodAutoscaler: Validator = (object, errors) => {
  validateObjectMeta(object, nameIsDnsSubdomain, errors);
  const spec = (object.spec as AutoscalerSpec | undefined) ?? NO_SPEC;
  const target = spec.scaleTargetRef ?? NO_TARGET;
  const metrics = metricsOf(spec);
  validateReplicas(spec, errors);
  validateObjectReference(target, target.kind === CORE_KIND, SPEC.child('scaleTargetRef'), errors);
  for (const [index, metric] of metrics.entries()) validateMetric(metric, METRICS.index(index), errors);
  if (spec.minReplicas === 0 && !metrics.some(({ type }) => type === 'Object' || type === 'External')) {
    errors.forbidden(METRICS, 'must hold an Object or External metric, as minReplicas is 0');
  }
  if (spec.behavior) validateBehavior(spec.behavior, SPEC.child('behavior'), errors);
};

function validateReplicas({ minReplicas = 1, maxReplicas = 0 }: AutoscalerSpec, errors: FieldErrors): void {
  if (minReplicas < 1) errors.invalid(SPEC.child('minReplicas'), minReplicas, 'must be 1 or more');
  if (maxReplicas === 0 && !isBefore(errors.version, '1.36')) {
    errors.required(MAX_REPLICAS, 'is required, and must be greater than 0');
  } else if (maxReplicas < 1) {
    errors.invalid(MAX_REPLICAS, maxReplicas, 'must be greater than 0');
  }
  if (maxReplicas < minReplicas) {
    errors.invalid(MAX_REPLICAS, maxReplicas, `must be no less than minReplicas, which is ${minReplicas}`);
  }
}

function metricsOf({ metrics = [], targetCPUUtilizationPercentage }: AutoscalerSpec): readonly Metric[] {
  if (targetCPUUtilizationPercentage === undefined) return metrics;
  const target = { type: 'Utilization', averageUtilization: targetCPUUtilizationPercentage };
  return [{ type: 'Resource', resource: { name: 'cpu', target } }];
}
