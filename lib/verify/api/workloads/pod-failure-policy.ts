import { qualifiedNameComplaints } from '../../../kubernetes/label-format';
import type { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';

/** What a Job does about pods that fail in certain ways. */
export interface PodFailurePolicy {
  readonly rules?: readonly PodFailurePolicyRule[];
}

/** One rule of a pod failure policy. */
export interface PodFailurePolicyRule {
  readonly action?: string;
  readonly onExitCodes?: OnExitCodes;
  readonly onPodConditions?: readonly OnPodCondition[];
}

interface OnExitCodes {
  readonly containerName?: string;
  readonly operator?: string;
  readonly values?: readonly number[];
}

interface OnPodCondition {
  readonly type?: string;
  readonly status?: string;
}

/** What of the Job the rules are judged by. */
export interface FailingPods {
  /** Names of containers and init containers. */
  readonly containerNames: readonly string[];
  /** Whether the Job has a `backoffLimitPerIndex`. */
  readonly failsByIndex: boolean;
}

const MOST_RULES = 20;
const MOST_EXIT_CODES = 255;
const MOST_CONDITIONS = 20;
const ACTIONS = ['Count', 'FailIndex', 'FailJob', 'Ignore'];
const OPERATORS = ['In', 'NotIn'];
const STATUSES = ['False', 'True', 'Unknown'];

/**
 * Judges the pod failure policy of a Job.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/job/#pod-failure-policy
 */
export function validatePodFailurePolicy(
  rules: readonly PodFailurePolicyRule[],
  pods: FailingPods,
  path: FieldPath,
  errors: FieldErrors,
): void {
  if (rules.length > MOST_RULES) errors.tooMany(path, rules.length, MOST_RULES);
  for (const [index, rule] of rules.entries()) validateRule(rule, pods, path.index(index), errors);
}

function validateRule(
  { action = '', onExitCodes, onPodConditions = [] }: PodFailurePolicyRule,
  pods: FailingPods,
  path: FieldPath,
  errors: FieldErrors,
): void {
  validateChoice(action, ACTIONS, path.child('action'), errors);
  if (action === 'FailIndex' && !pods.failsByIndex) {
    errors.invalid(path.child('action'), action, 'needs a backoffLimitPerIndex');
  }
  if (onExitCodes) validateExitCodes(onExitCodes, pods, path.child('onExitCodes'), errors);
  validateConditions(onPodConditions, path.child('onPodConditions'), errors);
  if (onExitCodes && onPodConditions.length > 0) {
    errors.invalid(path, undefined, 'must not set both onExitCodes and onPodConditions');
  } else if (!onExitCodes && onPodConditions.length === 0) {
    errors.invalid(path, undefined, 'must set onExitCodes or onPodConditions');
  }
}

function validateExitCodes(
  { containerName, operator = '', values = [] }: OnExitCodes,
  pods: FailingPods,
  path: FieldPath,
  errors: FieldErrors,
): void {
  validateChoice(operator, OPERATORS, path.child('operator'), errors);
  if (containerName !== undefined && !pods.containerNames.includes(containerName)) {
    const names = pods.containerNames.join(', ');
    errors.invalid(
      path.child('containerName'),
      containerName,
      `must be a container of the template: ${names}`,
    );
  }
  const valuesPath = path.child('values');
  if (values.length === 0) errors.invalid(valuesPath, values, 'must hold an exit code');
  if (values.length > MOST_EXIT_CODES) errors.tooMany(valuesPath, values.length, MOST_EXIT_CODES);
  const seen = new Set<number>();
  for (const [index, value] of values.entries()) {
    if (operator === 'In' && value === 0) {
      errors.invalid(valuesPath.index(index), value, 'must not be 0, which is no failure');
    }
    if (seen.has(value)) errors.duplicate(valuesPath.index(index), value);
    seen.add(value);
  }
  if (values.some((value, index) => index > 0 && (values[index - 1] as number) > value)) {
    errors.invalid(valuesPath, values, 'must be in growing order');
  }
}

function validateConditions(
  conditions: readonly OnPodCondition[],
  path: FieldPath,
  errors: FieldErrors,
): void {
  if (conditions.length > MOST_CONDITIONS) errors.tooMany(path, conditions.length, MOST_CONDITIONS);
  for (const [index, { type = '', status }] of conditions.entries()) {
    const conditionPath = path.index(index);
    errors.invalidEach(conditionPath.child('type'), type, qualifiedNameComplaints(type));
    // Without a status the server takes True.
    if (status) validateChoice(status, STATUSES, conditionPath.child('status'), errors);
  }
}

function validateChoice(
  value: string,
  allowed: readonly string[],
  path: FieldPath,
  errors: FieldErrors,
): void {
  if (value === '') errors.required(path, `is required: ${allowed.join(', ')}`);
  else if (!allowed.includes(value)) errors.notSupported(path, value, allowed);
}
