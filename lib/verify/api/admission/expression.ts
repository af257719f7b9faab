import type { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';
import type { PolicyVariable } from './variables';

/** What an expression of a webhook or a policy may speak of, beside the object and the request. */
export interface ExpressionScope {
  /** Whether there is `params`: the policy has a paramKind. */
  readonly params: boolean;
  /** Whether there is `authorizer`. */
  readonly authorizer: boolean;
  /** What there is as `variables.<name>`. @default - none */
  readonly variables?: readonly PolicyVariable[];
  /** Whether there are the types that a mutation makes. @default false */
  readonly mutation?: boolean;
}

/** What an expression must come to. */
export type ExpressionResult = 'bool' | 'string' | 'string or null' | 'object' | 'patches' | 'any';

/** Judges an expression in CEL. */
export function validateExpression(
  _expression: string,
  _result: ExpressionResult,
  _scope: ExpressionScope,
  _path: FieldPath,
  _errors: FieldErrors,
): void {}
