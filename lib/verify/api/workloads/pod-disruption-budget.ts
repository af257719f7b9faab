import { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';
import { type LabelSelector, validateLabelSelector } from '../label-selector';
import { nameIsPathSegment, validateGenericMeta } from '../metadata';
import type { Validator } from '../validator';
import { type IntOrPercent, validateIntOrPercent, validateNoMoreThanAll } from './int-or-percent';

interface PodDisruptionBudgetSpec {
  readonly minAvailable?: IntOrPercent;
  readonly maxUnavailable?: IntOrPercent;
  readonly selector?: LabelSelector;
  readonly unhealthyPodEvictionPolicy?: string;
}

const SPEC = FieldPath.of('spec');
const SELECTOR = SPEC.child('selector');
const NO_SPEC: PodDisruptionBudgetSpec = {};
const EVICTION_POLICIES = ['AlwaysAllow', 'IfHealthyBudget'];

/**
 * Judges a PodDisruptionBudget.
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/policy-resources/pod-disruption-budget-v1/
 */
export const validatePodDisruptionBudget: Validator = (object, errors) => {
  validateGenericMeta(object, nameIsPathSegment, errors);
  const spec = (object.spec as PodDisruptionBudgetSpec | undefined) ?? NO_SPEC;
  const { minAvailable, maxUnavailable, unhealthyPodEvictionPolicy: policy } = spec;
  if (minAvailable !== undefined && maxUnavailable !== undefined) {
    errors.invalid(
      SPEC,
      { minAvailable, maxUnavailable },
      'must not set both minAvailable and maxUnavailable',
    );
  }
  if (minAvailable !== undefined) validateShare(minAvailable, SPEC.child('minAvailable'), errors);
  if (maxUnavailable !== undefined) validateShare(maxUnavailable, SPEC.child('maxUnavailable'), errors);
  validateLabelSelector(spec.selector, SELECTOR, errors);
  if (policy !== undefined && !EVICTION_POLICIES.includes(policy)) {
    errors.notSupported(SPEC.child('unhealthyPodEvictionPolicy'), policy, EVICTION_POLICIES);
  }
};

function validateShare(value: IntOrPercent, path: FieldPath, errors: FieldErrors): void {
  validateIntOrPercent(value, path, errors);
  validateNoMoreThanAll(value, path, errors);
}
