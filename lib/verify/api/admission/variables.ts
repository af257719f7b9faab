import { type CelType, DYN } from '../../cel/types';
import type { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';
import { type ExpressionScope, validateExpression } from './expression';

/** A value that the expressions of a policy may use by name, as `variables.<name>`. */
export interface PolicyVariable {
  readonly name?: string;
  readonly expression?: string;
}

const IDENTIFIER = /^[_a-zA-Z][_a-zA-Z0-9]*$/;

/** Words that CEL keeps for itself. */
const RESERVED: ReadonlySet<string> = new Set(
  (
    'true false null in as break const continue else for function if import let loop package namespace return ' +
    'var void while'
  ).split(' '),
);

/**
 * Judges the variables of a policy, each of which may use the ones before it.
 *
 * @returns what they come to; undefined where there are none.
 */
export function validateVariables(
  variables: readonly PolicyVariable[] | undefined,
  scope: ExpressionScope,
  path: FieldPath,
  errors: FieldErrors,
): ReadonlyMap<string, CelType> | undefined {
  if (variables === undefined || variables.length === 0) return undefined;
  const types = new Map<string, CelType>();
  const inner = { ...scope, variables: types };
  for (const [index, { name = '', expression = '' }] of variables.entries()) {
    const at = path.index(index);
    if (name.trim() === '') errors.required(at.child('name'));
    else if (!IDENTIFIER.test(name) || RESERVED.has(name)) {
      errors.invalid(at.child('name'), name, 'must be an identifier of CEL: letters, digits and underscores');
    }
    if (expression.trim() === '') errors.required(at.child('expression'));
    else types.set(name, validateExpression(expression, 'any', inner, at.child('expression'), errors) ?? DYN);
  }
  return types;
}
