import type { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';
import type { LabelSelector } from '../label-selector';
import { type StringMap, validateLabelName } from '../labels';

/** A label selector, and the keys of labels whose values it takes from the pod. */
export interface KeyedSelector {
  readonly labelSelector?: LabelSelector;
  readonly matchLabelKeys?: readonly string[];
  readonly mismatchLabelKeys?: readonly string[];
}

const NO_KEYS: readonly string[] = [];

/**
 * Judges the keys of labels whose values a selector takes from the pod: none may stand in the selector too. The
 * server adds them to the selector of a pod, but not to that of a template, and looks for keys that stand twice
 * then.
 *
 * @param podLabels labels of the pod, where the selector is not that of a template.
 * @see https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/#matchlabelkeys
 */
export function validateMatchLabelKeys(
  keyed: KeyedSelector,
  path: FieldPath,
  errors: FieldErrors,
  podLabels: StringMap | undefined,
): void {
  const { labelSelector, matchLabelKeys = NO_KEYS, mismatchLabelKeys = NO_KEYS } = keyed;
  if (matchLabelKeys.length === 0 && mismatchLabelKeys.length === 0) return;
  validateKeys(matchLabelKeys, labelSelector, path.child('matchLabelKeys'), errors);
  validateKeys(mismatchLabelKeys, labelSelector, path.child('mismatchLabelKeys'), errors);
  if (labelSelector) {
    const seen = new Set(Object.keys(labelSelector.matchLabels ?? {}));
    for (const key of expressionKeys(labelSelector, matchLabelKeys, mismatchLabelKeys, podLabels)) {
      const index = seen.has(key) ? matchLabelKeys.lastIndexOf(key) : -1;
      // the server leaves out the name of the field
      if (index >= 0) errors.invalid(path.index(index), key, 'stands in matchLabelKeys and in labelSelector');
      seen.add(key);
    }
  }
  matchLabelKeys.forEach((key, index) => {
    if (!mismatchLabelKeys.includes(key)) return;
    errors.invalid(
      path.child('matchLabelKeys').index(index),
      key,
      'stands in matchLabelKeys and in mismatchLabelKeys',
    );
  });
}

/** As before 1.34: the keys of a topology spread, whether the pod has such labels or not. */
export function validateSpreadLabelKeys(
  { labelSelector, matchLabelKeys = NO_KEYS }: KeyedSelector,
  owner: FieldPath,
  errors: FieldErrors,
): void {
  if (matchLabelKeys.length === 0) return;
  const path = owner.child('matchLabelKeys');
  if (!labelSelector) errors.forbidden(path, 'may not be set without labelSelector');
  const selected = new Set(labelSelector?.matchExpressions?.map(({ key }) => key));
  matchLabelKeys.forEach((key, index) => {
    validateLabelName(key, path.index(index), errors);
    if (selected.has(key) || Object.hasOwn(labelSelector?.matchLabels ?? {}, key)) {
      errors.invalid(path.index(index), key, 'stands in matchLabelKeys and in labelSelector');
    }
  });
}

function validateKeys(
  keys: readonly string[],
  selector: LabelSelector | undefined,
  path: FieldPath,
  errors: FieldErrors,
): void {
  if (keys.length === 0) return;
  if (!selector) {
    errors.forbidden(path, 'may not be set without labelSelector');
    return;
  }
  keys.forEach((key, index) => {
    validateLabelName(key, path.index(index), errors);
  });
}

/** Keys of the selector's expressions, with those that the server adds to them. */
function expressionKeys(
  { matchExpressions = [] }: LabelSelector,
  matchLabelKeys: readonly string[],
  mismatchLabelKeys: readonly string[],
  podLabels: StringMap | undefined,
): string[] {
  const own = matchExpressions.map(({ key = '' }) => key);
  if (podLabels === undefined) return own;
  return [...own, ...[...matchLabelKeys, ...mismatchLabelKeys].filter(key => Object.hasOwn(podLabels, key))];
}
