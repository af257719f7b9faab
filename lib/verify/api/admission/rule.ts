import type { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';
import { nameIsPathSegment } from '../metadata';
import { validateResources } from './rule-resources';

/** What requests an admission webhook or policy is asked about. */
export interface Rule {
  readonly operations?: readonly string[];
  readonly apiGroups?: readonly string[];
  readonly apiVersions?: readonly string[];
  readonly resources?: readonly string[];
  readonly resourceNames?: readonly string[];
  readonly scope?: string;
}

const OPERATIONS = ['*', 'CONNECT', 'CREATE', 'DELETE', 'UPDATE'];
const SCOPES = ['*', 'Cluster', 'Namespaced'];
const NONE: readonly string[] = [];

/**
 * Judges a rule of a webhook.
 *
 * @see https://kubernetes.io/docs/reference/access-authn-authz/extensible-admission-controllers/#matching-requests-rules
 */
export function validateRule(rule: Rule, path: FieldPath, errors: FieldErrors): void {
  const { operations = NONE, apiGroups = NONE, apiVersions = NONE, resources = NONE, scope } = rule;
  validateList(operations, 'operations', path, errors);
  for (const [index, operation] of operations.entries()) {
    if (!OPERATIONS.includes(operation)) {
      errors.notSupported(path.child('operations').index(index), operation, OPERATIONS);
    }
  }
  validateList(apiGroups, 'apiGroups', path, errors);
  validateList(apiVersions, 'apiVersions', path, errors);
  for (const [index, version] of apiVersions.entries()) {
    if (version === '') errors.required(path.child('apiVersions').index(index));
  }
  validateResources(resources, path.child('resources'), errors);
  if (scope !== undefined && !SCOPES.includes(scope)) errors.notSupported(path.child('scope'), scope, SCOPES);
}

/** Judges a rule of a policy, which may name objects. */
export function validateNamedRule(rule: Rule, path: FieldPath, errors: FieldErrors): void {
  const names = rule.resourceNames ?? NONE;
  for (const [index, name] of names.entries()) {
    const at = path.child('resourceNames').index(index);
    errors.invalidEach(at, name, nameIsPathSegment(name, false));
    if (names.indexOf(name) < index) errors.duplicate(at, name);
  }
  validateRule(rule, path, errors);
}

function validateList(values: readonly string[], field: string, path: FieldPath, errors: FieldErrors): void {
  if (values.length === 0) errors.required(path.child(field), "must hold a value, or '*'");
  if (values.length > 1 && values.includes('*')) {
    errors.invalid(path.child(field), values, "must hold nothing else beside '*'");
  }
}
