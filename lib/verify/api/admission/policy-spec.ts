import type { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';
import type { ExpressionScope } from './expression';
import { type MatchCondition, validateMatchConditions } from './match-conditions';
import { type MatchResources, validateFailurePolicy, validateMatchResources } from './match-resources';
import { type ParamKind, validateParamKind } from './param-kind';
import { type PolicyVariable, validateVariables } from './variables';

/** What validating and mutating admission policies share. */
export interface PolicySpec {
  readonly failurePolicy?: string;
  readonly paramKind?: ParamKind;
  readonly matchConstraints?: MatchResources;
  readonly matchConditions?: readonly MatchCondition[];
  readonly variables?: readonly PolicyVariable[];
}

/**
 * Judges what validating and mutating admission policies share.
 *
 * @param mutation whether the variables may hold what a mutation makes.
 * @returns what the policy's further expressions may speak of.
 */
export function validatePolicySpec(
  spec: PolicySpec,
  path: FieldPath,
  errors: FieldErrors,
  mutation = false,
): ExpressionScope {
  const { paramKind, matchConstraints, variables } = spec;
  const scope: ExpressionScope = { params: paramKind !== undefined, authorizer: true };
  validateFailurePolicy(spec.failurePolicy, path, errors);
  if (paramKind !== undefined) validateParamKind(paramKind, path.child('paramKind'), errors);
  if (matchConstraints === undefined) errors.required(path.child('matchConstraints'));
  else {
    const constraints = path.child('matchConstraints');
    validateMatchResources(matchConstraints, constraints, errors);
    if ((matchConstraints.resourceRules ?? []).length === 0)
      errors.required(constraints.child('resourceRules'));
  }
  validateMatchConditions(spec.matchConditions, scope, path.child('matchConditions'), errors);
  const inner = { ...scope, mutation };
  return { ...inner, variables: validateVariables(variables, inner, path.child('variables'), errors) };
}
