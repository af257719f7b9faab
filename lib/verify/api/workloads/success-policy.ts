import type { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';
import { readIndexIntervals } from './index-intervals';
import { validateNonNegative } from './non-negative';

/** When a Job counts as done though not all of its indexes are. */
export interface SuccessPolicy {
  readonly rules?: readonly SuccessPolicyRule[];
}

interface SuccessPolicyRule {
  readonly succeededIndexes?: string;
  readonly succeededCount?: number;
}

const MOST_RULES = 20;
const LONGEST_INDEXES = 64 * 1024;

/**
 * Judges the success policy of an indexed Job.
 *
 * @param completions how many the Job has; without any the server says so elsewhere, and judges no rule.
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/job/#success-policy
 */
export function validateSuccessPolicy(
  policy: SuccessPolicy,
  completions: number | undefined,
  path: FieldPath,
  errors: FieldErrors,
): void {
  const { rules = [] } = policy;
  const rulesPath = path.child('rules');
  if (rules.length === 0) errors.required(rulesPath, 'must hold a rule');
  if (rules.length > MOST_RULES) errors.tooMany(rulesPath, rules.length, MOST_RULES);
  if (completions === undefined) return;
  for (const [index, rule] of rules.entries()) {
    validateRule(rule, completions, rulesPath.index(index), errors);
  }
}

function validateRule(
  rule: SuccessPolicyRule,
  completions: number,
  path: FieldPath,
  errors: FieldErrors,
): void {
  const { succeededIndexes, succeededCount } = rule;
  if (succeededIndexes === undefined && succeededCount === undefined) {
    errors.required(path, 'must set succeededIndexes or succeededCount');
  }
  const indexes =
    succeededIndexes === undefined
      ? undefined
      : validateIndexes(succeededIndexes, completions, path.child('succeededIndexes'), errors);
  if (succeededCount === undefined) return;
  validateNonNegative(succeededCount, 'succeededCount', path, errors);
  validateCount(succeededCount, completions, 'completions', path, errors);
  if (indexes !== undefined) validateCount(succeededCount, indexes, 'succeededIndexes', path, errors);
}

/** Judges a list of indexes, and counts them: none, where it cannot be read. */
function validateIndexes(text: string, completions: number, path: FieldPath, errors: FieldErrors): number {
  if (Buffer.byteLength(text) > LONGEST_INDEXES) errors.tooLong(path, undefined, LONGEST_INDEXES);
  const read = readIndexIntervals(text, completions);
  if ('count' in read) return read.count;
  errors.invalid(path, text, read.complaint);
  return 0;
}

function validateCount(count: number, most: number, of: string, path: FieldPath, errors: FieldErrors): void {
  if (count > most) {
    errors.invalid(path.child('succeededCount'), count, `must be no more than the ${of}, which are ${most}`);
  }
}
