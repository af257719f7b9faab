import { dnsLabelComplaints } from '../../../kubernetes/dns-format';
import type { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';
import { type QuantityValue, validateContainerResourceName, validatePositiveQuantity } from '../quantities';
import { type ObjectReference, validateObjectReference, validateSegment } from './object-reference';

/** What an autoscaler goes by: one source, which stands under the field of its type. */
export interface Metric {
  readonly type?: string;
  readonly object?: MetricSource;
  readonly external?: MetricSource;
  readonly pods?: MetricSource;
  readonly resource?: MetricSource;
  readonly containerResource?: MetricSource;
}

/** The source of a metric; each type has some of these fields. */
interface MetricSource {
  readonly describedObject?: ObjectReference;
  readonly metric?: { readonly name?: string };
  readonly name?: string;
  readonly container?: string;
  readonly target?: MetricTarget;
}

interface MetricTarget {
  readonly type?: string;
  readonly value?: QuantityValue;
  readonly averageValue?: QuantityValue;
  readonly averageUtilization?: number;
}

type SourceRule = (source: MetricSource, path: FieldPath, errors: FieldErrors) => void;

const NO_TARGET: MetricTarget = {};
const NO_OBJECT: ObjectReference = {};
const TARGET_TYPES = ['Utilization', 'Value', 'AverageValue'];

const FIELDS: Readonly<Record<string, SourceField>> = {
  ContainerResource: 'containerResource',
  External: 'external',
  Object: 'object',
  Pods: 'pods',
  Resource: 'resource',
};
const TYPES = Object.keys(FIELDS);

/** The rules of the sources. Of several sources the server judges the first in this order. */
const RULES = {
  object: validateObject,
  external: validateExternal,
  pods: validatePods,
  resource: validateResource,
  containerResource: validateContainerResource,
} satisfies Record<string, SourceRule>;
type SourceField = keyof typeof RULES;
const SOURCES = Object.keys(RULES) as SourceField[];

/**
 * Judges a metric of an autoscaler.
 *
 * @see https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/
 */
export function validateMetric(metric: Metric, path: FieldPath, errors: FieldErrors): void {
  const { type = '' } = metric;
  const expected = Object.hasOwn(FIELDS, type) ? FIELDS[type] : undefined;
  if (type === '') errors.required(path.child('type'));
  if (expected === undefined) errors.notSupported(path.child('type'), type, TYPES);
  else if (!metric[expected]) errors.required(path.child(expected), `is required, as the type is ${type}`);
  const present = SOURCES.filter(field => metric[field] !== undefined);
  const [first] = present;
  if (first) RULES[first](metric[first] as MetricSource, path.child(first), errors);
  if (present.length === 1) return;
  for (const field of present) {
    if (field !== expected)
      errors.forbidden(path.child(field), `may not be set, as the type is ${type || 'none'}`);
  }
}

function validateObject(source: MetricSource, path: FieldPath, errors: FieldErrors): void {
  const { describedObject = NO_OBJECT, target = NO_TARGET } = source;
  validateObjectReference(describedObject, true, path.child('describedObject'), errors);
  validateMetricName(source, path, errors);
  validateTarget(target, path.child('target'), errors);
  requireValue(target, path, errors);
}

function validateExternal(source: MetricSource, path: FieldPath, errors: FieldErrors): void {
  const { target = NO_TARGET } = source;
  validateMetricName(source, path, errors);
  validateTarget(target, path.child('target'), errors);
  requireValue(target, path, errors);
  if (target.value !== undefined && target.averageValue !== undefined) {
    errors.forbidden(path.child('target', 'value'), 'may not be set beside averageValue');
  }
}

function validatePods(source: MetricSource, path: FieldPath, errors: FieldErrors): void {
  const { target = NO_TARGET } = source;
  validateMetricName(source, path, errors);
  validateTarget(target, path.child('target'), errors);
  if (target.averageValue === undefined) errors.required(path.child('target', 'averageValue'));
}

function validateResource(source: MetricSource, path: FieldPath, errors: FieldErrors): void {
  if (!source.name) errors.required(path.child('name'));
  validateResourceTarget(source.target ?? NO_TARGET, path.child('target'), errors);
}

function validateContainerResource(source: MetricSource, path: FieldPath, errors: FieldErrors): void {
  const { name = '', container = '' } = source;
  const containerPath = path.child('container');
  if (name === '') errors.required(path.child('name'));
  else validateContainerResourceName(name, path.child('name'), errors);
  if (container === '') errors.required(containerPath);
  else errors.invalidEach(containerPath, container, dnsLabelComplaints(container));
  validateResourceTarget(source.target ?? NO_TARGET, path.child('target'), errors);
}

function validateResourceTarget(target: MetricTarget, path: FieldPath, errors: FieldErrors): void {
  const { averageUtilization, averageValue } = target;
  validateTarget(target, path, errors);
  if (averageUtilization === undefined && averageValue === undefined) {
    errors.required(path.child('averageUtilization'), 'or averageValue is required');
  } else if (averageUtilization !== undefined && averageValue !== undefined) {
    errors.forbidden(path.child('averageValue'), 'may not be set beside averageUtilization');
  }
}

function validateMetricName({ metric }: MetricSource, path: FieldPath, errors: FieldErrors): void {
  validateSegment(metric?.name ?? '', path.child('metric', 'name'), errors);
}

function requireValue({ value, averageValue }: MetricTarget, path: FieldPath, errors: FieldErrors): void {
  if (value === undefined && averageValue === undefined) {
    errors.required(path.child('target', 'averageValue'), 'or value is required');
  }
}

function validateTarget(target: MetricTarget, path: FieldPath, errors: FieldErrors): void {
  const { type = '', value, averageValue, averageUtilization } = target;
  if (type === '') errors.required(path.child('type'));
  if (!TARGET_TYPES.includes(type)) {
    errors.invalid(path.child('type'), type, `must be one of ${TARGET_TYPES.join(', ')}`);
  }
  if (value !== undefined) validatePositiveQuantity(value, path.child('value'), errors);
  if (averageValue !== undefined) validatePositiveQuantity(averageValue, path.child('averageValue'), errors);
  if (averageUtilization !== undefined && averageUtilization < 1) {
    errors.invalid(path.child('averageUtilization'), averageUtilization, 'must be 1 or more');
  }
}
