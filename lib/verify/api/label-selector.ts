import { labelValueComplaints } from '../../kubernetes/label-format';
import type { FieldPath } from '../field-path';
import type { FieldErrors } from './field-errors';
import { type StringMap, validateLabelField, validateLabelName } from './labels';

/** A label selector as decoding leaves it. */
export interface LabelSelector {
  readonly matchLabels?: StringMap;
  readonly matchExpressions?: readonly LabelSelectorRequirement[];
}

/** One of the expressions of a label selector. */
export interface LabelSelectorRequirement {
  readonly key?: string;
  readonly operator?: string;
  readonly values?: readonly string[];
}

const OPERATORS = 'In, NotIn, Exists, DoesNotExist';

/**
 * Judges a label selector; one that is not there is right.
 *
 * @returns whether the server can read it: only then it goes on to what the selector matches.
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors
 */
export function validateLabelSelector(
  selector: LabelSelector | undefined,
  path: FieldPath,
  errors: FieldErrors,
): boolean {
  if (selector === undefined) return true;
  const before = errors.all.length;
  const { matchLabels, matchExpressions } = selector;
  validateLabelField(path, 'matchLabels', matchLabels, errors);
  if (matchExpressions === undefined) return errors.all.length === before;
  for (const [index, requirement] of matchExpressions.entries()) {
    validateRequirement(requirement, path.child('matchExpressions').index(index), errors);
  }
  return errors.all.length === before;
}

/** Whether a selector asks for nothing, and so matches everything. */
export function isEmptySelector({ matchLabels, matchExpressions }: LabelSelector): boolean {
  for (const _ in matchLabels) return false;
  return matchExpressions === undefined || matchExpressions.length === 0;
}

/** Whether a selector that the server can read matches labels; one that is not there matches none. */
export function matchesLabels(selector: LabelSelector | undefined, labels: StringMap): boolean {
  if (selector === undefined) return false;
  const { matchLabels, matchExpressions } = selector;
  for (const key in matchLabels) {
    if (labels[key] !== matchLabels[key] || !Object.hasOwn(labels, key)) return false;
  }
  if (matchExpressions === undefined) return true;
  return matchExpressions.every(requirement => requirementHolds(requirement, labels));
}

function validateRequirement(
  { key = '', operator = '', values = [] }: LabelSelectorRequirement,
  path: FieldPath,
  errors: FieldErrors,
): void {
  switch (operator) {
    case 'In':
    case 'NotIn':
      if (values.length === 0)
        errors.required(path.child('values'), `is required, as the operator is ${operator}`);
      break;
    case 'Exists':
    case 'DoesNotExist':
      if (values.length > 0)
        errors.forbidden(path.child('values'), `may not be set, as the operator is ${operator}`);
      break;
    default:
      errors.invalid(path.child('operator'), operator, `must be one of ${OPERATORS}`);
  }
  validateLabelName(key, path.child('key'), errors);
  for (const [index, value] of values.entries()) {
    errors.invalidEach(path.child('values').index(index), value, labelValueComplaints(value));
  }
}

function requirementHolds(
  { key = '', operator, values = [] }: LabelSelectorRequirement,
  labels: StringMap,
): boolean {
  const value = Object.hasOwn(labels, key) ? labels[key] : undefined;
  switch (operator) {
    case 'In':
      return value !== undefined && values.includes(value);
    case 'NotIn':
      return value === undefined || !values.includes(value);
    case 'Exists':
      return value !== undefined;
    default:
      return value === undefined;
  }
}
