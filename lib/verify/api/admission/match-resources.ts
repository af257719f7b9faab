import type { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';
import { type LabelSelector, validateLabelSelector } from '../label-selector';
import { type Rule, validateNamedRule } from './rule';

/** The requests that a policy or a binding is about. */
export interface MatchResources {
  readonly matchPolicy?: string;
  readonly namespaceSelector?: LabelSelector;
  readonly objectSelector?: LabelSelector;
  readonly resourceRules?: readonly Rule[];
  readonly excludeResourceRules?: readonly Rule[];
}

/** Whether other versions of a resource than the named one are meant too. */
export const MATCH_POLICIES = ['Equivalent', 'Exact'];

/** What happens where a webhook or a policy cannot be asked. */
export const FAILURE_POLICIES = ['Fail', 'Ignore'];

/** Operations that a mutating policy can answer; the server allows CONNECT. */
const MUTABLE_OPERATIONS = ['*', 'CONNECT', 'CREATE', 'UPDATE'];

/**
 * Judges the requests that a policy or a binding is about.
 *
 * @see https://kubernetes.io/docs/reference/access-authn-authz/validating-admission-policy/
 */
export function validateMatchResources(
  match: MatchResources | undefined,
  path: FieldPath,
  errors: FieldErrors,
): void {
  if (match === undefined) return;
  validateMatchPolicy(match.matchPolicy, path, errors);
  validateLabelSelector(match.namespaceSelector, path.child('namespaceSelector'), errors);
  validateLabelSelector(match.objectSelector, path.child('objectSelector'), errors);
  for (const [index, rule] of match.resourceRules?.entries() ?? []) {
    validateNamedRule(rule, path.child('resourceRules').index(index), errors);
  }
  for (const [index, rule] of match.excludeResourceRules?.entries() ?? []) {
    validateNamedRule(rule, path.child('excludeResourceRules').index(index), errors);
  }
}

/** Judges that rules of a mutating policy are about requests that can be changed. */
export function validateMutableOperations(
  match: MatchResources | undefined,
  path: FieldPath,
  errors: FieldErrors,
): void {
  for (const { operations = [] } of match?.resourceRules ?? []) {
    for (const operation of operations) {
      if (MUTABLE_OPERATIONS.includes(operation)) continue;
      errors.notSupported(path.child('resourceRules', 'operations'), operation, MUTABLE_OPERATIONS);
    }
  }
}

/** Judges the matchPolicy of a webhook or a policy. */
export function validateMatchPolicy(policy: string | undefined, path: FieldPath, errors: FieldErrors): void {
  if (policy === undefined || MATCH_POLICIES.includes(policy)) return;
  errors.notSupported(path.child('matchPolicy'), policy, MATCH_POLICIES);
}

/** Judges the failurePolicy of a webhook or a policy. */
export function validateFailurePolicy(
  policy: string | undefined,
  path: FieldPath,
  errors: FieldErrors,
): void {
  if (policy === undefined || FAILURE_POLICIES.includes(policy)) return;
  errors.notSupported(path.child('failurePolicy'), policy, FAILURE_POLICIES);
}
