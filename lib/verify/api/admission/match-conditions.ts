import { qualifiedNameComplaints } from '../../../kubernetes/label-format';
import type { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';
import { type ExpressionScope, validateExpression } from './expression';

/** A condition in CEL that a request meets, or is not looked at. */
export interface MatchCondition {
  readonly name?: string;
  readonly expression?: string;
}

const MOST = 64;

/**
 * Judges the conditions of a webhook or a policy.
 *
 * @see https://kubernetes.io/docs/reference/access-authn-authz/extensible-admission-controllers/#matching-requests-matchconditions
 */
export function validateMatchConditions(
  conditions: readonly MatchCondition[] | undefined,
  scope: ExpressionScope,
  path: FieldPath,
  errors: FieldErrors,
): void {
  if (conditions === undefined) return;
  if (conditions.length > MOST) errors.tooMany(path, conditions.length, MOST);
  const names = new Set<string>();
  for (const [index, { name, expression = '' }] of conditions.entries()) {
    const at = path.index(index);
    if (expression.trim() === '') errors.required(at.child('expression'));
    else validateExpression(expression.trim(), 'bool', scope, at.child('expression'), errors);
    if (!name) errors.required(at.child('name'));
    else {
      errors.invalidEach(at.child('name'), name, qualifiedNameComplaints(name));
      if (names.has(name)) errors.duplicate(at.child('name'), name);
      names.add(name);
    }
  }
}
