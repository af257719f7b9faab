import { isBefore } from '../../../kubernetes/kubernetes-version';
import { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';
import { nameIsDnsSubdomain, validateObjectMeta } from '../metadata';
import {
  isQuotaResource,
  type ResourceList,
  validateQuotaResourceName,
  validateResourceQuantity,
} from '../quantities';
import type { Validator } from '../validator';

interface ScopeRequirement {
  readonly scopeName?: string;
  readonly operator?: string;
  readonly values?: readonly string[];
}

interface ResourceQuotaSpec {
  readonly hard?: ResourceList;
  readonly scopes?: readonly string[];
  readonly scopeSelector?: { readonly matchExpressions?: readonly ScopeRequirement[] };
}

const HARD = FieldPath.of('spec', 'hard');
const SCOPES = FieldPath.of('spec', 'scopes');
const EXPRESSIONS = FieldPath.of('spec', 'scopeSelector', 'matchExpressions');
const OPERATORS = ['In', 'NotIn', 'Exists', 'DoesNotExist'];

const PODS = ['pods'];
const COMPUTE = ['pods', 'cpu', 'memory', 'requests.cpu', 'requests.memory', 'limits.cpu', 'limits.memory'];
const CLAIM_SCOPE = 'VolumeAttributesClass';

/** What a quota of a scope can limit. */
const RESOURCES_OF_SCOPE: ReadonlyMap<string, readonly string[]> = new Map([
  ['Terminating', COMPUTE],
  ['NotTerminating', COMPUTE],
  ['NotBestEffort', COMPUTE],
  ['PriorityClass', COMPUTE],
  ['CrossNamespacePodAffinity', COMPUTE],
  ['BestEffort', PODS],
  [CLAIM_SCOPE, ['persistentvolumeclaims', 'requests.storage']],
]);

/** Scopes that know no values. */
const PLAIN_SCOPES: ReadonlySet<string> = new Set([
  'Terminating',
  'NotTerminating',
  'BestEffort',
  'NotBestEffort',
  'CrossNamespacePodAffinity',
]);

const OPPOSITES = [
  ['BestEffort', 'NotBestEffort'],
  ['Terminating', 'NotTerminating'],
] as const;

/**
 * Judges a ResourceQuota.
 *
 * @see https://kubernetes.io/docs/concepts/policy/resource-quotas/
 */
export const validateResourceQuota: Validator = (object, errors) => {
  validateObjectMeta(object, nameIsDnsSubdomain, errors);
  const spec = (object.spec ?? {}) as ResourceQuotaSpec;
  const hard = spec.hard ?? {};
  for (const name in hard) {
    const path = HARD.key(name);
    validateQuotaResourceName(name, path, errors);
    validateResourceQuantity(name, hard[name] as string, path, errors);
  }
  if (spec.scopes !== undefined) {
    for (const scope of spec.scopes) validateScope(scope, hard, spec.scopes, SCOPES, SCOPES, errors);
    validateOpposites(spec.scopes, SCOPES, errors);
  }
  const requirements = spec.scopeSelector?.matchExpressions;
  if (requirements === undefined) return;
  for (const requirement of requirements) validateRequirement(requirement, hard, errors);
  validateOpposites(
    requirements.map(({ scopeName = '' }) => scopeName),
    EXPRESSIONS,
    errors,
  );
};

function validateScope(
  scope: string,
  hard: ResourceList,
  value: unknown,
  namePath: FieldPath,
  resourcesPath: FieldPath,
  errors: FieldErrors,
): void {
  const resources = knownScope(scope, errors) ? RESOURCES_OF_SCOPE.get(scope) : undefined;
  if (resources === undefined) {
    errors.invalid(namePath, value, `must be one of ${[...RESOURCES_OF_SCOPE.keys()].join(', ')}`);
    return;
  }
  for (const name in hard) {
    if (isQuotaResource(name) && !resources.includes(name)) {
      errors.invalid(resourcesPath, value, `cannot limit ${name}; ${scope} is for ${resources.join(', ')}`);
    }
  }
}

/** The server writes the paths of requirements without an index. */
function validateRequirement(requirement: ScopeRequirement, hard: ResourceList, errors: FieldErrors): void {
  const { scopeName = '', operator = '', values = [] } = requirement;
  validateScope(scopeName, hard, scopeName, EXPRESSIONS.child('scopeName'), EXPRESSIONS, errors);
  if (PLAIN_SCOPES.has(scopeName) && operator !== 'Exists') {
    errors.invalid(EXPRESSIONS.child('operator'), operator, `must be Exists, as the scope is ${scopeName}`);
  }
  if (operator === 'In' || operator === 'NotIn') {
    if (values.length === 0)
      errors.required(EXPRESSIONS.child('values'), `must have a value for ${operator}`);
  } else if (operator === 'Exists' || operator === 'DoesNotExist') {
    if (values.length > 0) {
      errors.invalid(EXPRESSIONS.child('values'), values, `must be empty for ${operator}`);
    }
  } else {
    errors.invalid(EXPRESSIONS.child('operator'), operator, `must be one of ${OPERATORS.join(', ')}`);
  }
}

function validateOpposites(scopes: readonly string[], path: FieldPath, errors: FieldErrors): void {
  for (const [a, b] of OPPOSITES) {
    if (scopes.includes(a) && scopes.includes(b))
      errors.invalid(path, scopes, `must not hold both ${a} and ${b}`);
  }
}

function knownScope(scope: string, errors: FieldErrors): boolean {
  return scope !== CLAIM_SCOPE || !isBefore(errors.version, '1.33');
}
