import type { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';
import { type QuantityValue, validateNonnegativeQuantity } from '../quantities';

/** How fast an autoscaler scales. */
export interface ScalingBehavior {
  readonly scaleUp?: ScalingRules;
  readonly scaleDown?: ScalingRules;
}

interface ScalingRules {
  readonly stabilizationWindowSeconds?: number;
  readonly selectPolicy?: string;
  readonly policies?: readonly ScalingPolicy[];
  readonly tolerance?: QuantityValue;
}

interface ScalingPolicy {
  readonly type?: string;
  readonly value?: number;
  readonly periodSeconds?: number;
}

const LONGEST_WINDOW = 3600;
const LONGEST_PERIOD = 1800;
const SELECT_POLICIES = ['Disabled', 'Max', 'Min'];
const POLICY_TYPES = ['Percent', 'Pods'];

/**
 * Judges how fast an autoscaler is to scale.
 *
 * @see https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#configurable-scaling-behavior
 */
export function validateBehavior(
  { scaleUp, scaleDown }: ScalingBehavior,
  path: FieldPath,
  errors: FieldErrors,
): void {
  if (scaleUp) validateRules(scaleUp, path.child('scaleUp'), errors);
  if (scaleDown) validateRules(scaleDown, path.child('scaleDown'), errors);
}

function validateRules(rules: ScalingRules, path: FieldPath, errors: FieldErrors): void {
  const { stabilizationWindowSeconds: window = 0, selectPolicy, policies, tolerance } = rules;
  if (window < 0 || window > LONGEST_WINDOW) {
    errors.invalid(path.child('stabilizationWindowSeconds'), window, `must be from 0 to ${LONGEST_WINDOW}`);
  }
  if (selectPolicy !== undefined && !SELECT_POLICIES.includes(selectPolicy)) {
    errors.notSupported(path.child('selectPolicy'), selectPolicy, SELECT_POLICIES);
  }
  if (tolerance !== undefined) validateNonnegativeQuantity(tolerance, path.child('tolerance'), errors);
  if (policies === undefined) return;
  const policiesPath = path.child('policies');
  if (policies.length === 0) errors.required(policiesPath, 'must hold a policy');
  for (const [index, policy] of policies.entries()) validatePolicy(policy, policiesPath.index(index), errors);
}

function validatePolicy(
  { type = '', value = 0, periodSeconds: period = 0 }: ScalingPolicy,
  path: FieldPath,
  errors: FieldErrors,
): void {
  if (!POLICY_TYPES.includes(type)) errors.notSupported(path.child('type'), type, POLICY_TYPES);
  if (value <= 0) errors.invalid(path.child('value'), value, 'must be greater than 0');
  if (period <= 0 || period > LONGEST_PERIOD) {
    errors.invalid(path.child('periodSeconds'), period, `must be from 1 to ${LONGEST_PERIOD}`);
  }
}
