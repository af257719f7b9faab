import { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';
import { nameIsDnsSubdomain, validateGenericMeta } from '../metadata';
import type { Validator } from '../validator';
import { type ExpressionScope, validateExpression } from './expression';
import { validateMutableOperations } from './match-resources';
import { type PolicySpec, validatePolicySpec } from './policy-spec';

interface Patch {
  readonly expression?: string;
}

interface Mutation {
  readonly patchType?: string;
  readonly applyConfiguration?: Patch;
  readonly jsonPatch?: Patch;
}

interface MutatingPolicySpec extends PolicySpec {
  readonly mutations?: readonly Mutation[];
  readonly reinvocationPolicy?: string;
}

const SPEC = FieldPath.of('spec');
const REINVOCATION_POLICIES = ['IfNeeded', 'Never'];
const PATCH_TYPES = ['ApplyConfiguration', 'JSONPatch'];

/**
 * Judges a MutatingAdmissionPolicy.
 *
 * @see https://kubernetes.io/docs/reference/access-authn-authz/mutating-admission-policy/
 */
export const validateMutatingPolicy: Validator = (object, errors) => {
  validateGenericMeta(object, nameIsDnsSubdomain, errors);
  const spec = (object.spec ?? {}) as MutatingPolicySpec;
  const scope = validatePolicySpec(spec, SPEC, errors, true);
  validateMutableOperations(spec.matchConstraints, SPEC.child('matchConstraints'), errors);
  const { mutations = [], reinvocationPolicy } = spec;
  if (mutations.length === 0) errors.required(SPEC.child('mutations'), 'must have an entry');
  for (const [index, mutation] of mutations.entries()) {
    validateMutation(mutation, scope, SPEC.child('mutations').index(index), errors);
  }
  if (!reinvocationPolicy) errors.required(SPEC.child('reinvocationPolicy'));
  else if (!REINVOCATION_POLICIES.includes(reinvocationPolicy)) {
    errors.notSupported(SPEC.child('reinvocationPolicy'), reinvocationPolicy, REINVOCATION_POLICIES);
  }
};

function validateMutation(
  mutation: Mutation,
  scope: ExpressionScope,
  path: FieldPath,
  errors: FieldErrors,
): void {
  const { patchType = '', applyConfiguration, jsonPatch } = mutation;
  switch (patchType) {
    case '':
      errors.required(path.child('patchType'), `must be one of ${PATCH_TYPES.join(', ')}`);
      break;
    case 'ApplyConfiguration':
      validatePatch(applyConfiguration, 'object', scope, path.child('applyConfiguration'), errors);
      if (jsonPatch !== undefined) {
        errors.invalid(
          path.child('jsonPatch'),
          undefined,
          'cannot be set where patchType is ApplyConfiguration',
        );
      }
      break;
    case 'JSONPatch':
      validatePatch(jsonPatch, 'patches', scope, path.child('jsonPatch'), errors);
      if (applyConfiguration !== undefined) {
        errors.invalid(
          path.child('applyConfiguration'),
          undefined,
          'cannot be set where patchType is JSONPatch',
        );
      }
      break;
    default:
      errors.notSupported(path.child('patchType'), patchType, PATCH_TYPES);
  }
}

function validatePatch(
  patch: Patch | undefined,
  result: 'object' | 'patches',
  scope: ExpressionScope,
  path: FieldPath,
  errors: FieldErrors,
): void {
  if (patch === undefined) {
    errors.required(path, 'is what the patchType asks for');
    return;
  }
  const expression = patch.expression ?? '';
  if (expression.trim() === '') errors.required(path.child('expression'));
  else validateExpression(expression, result, scope, path.child('expression'), errors);
}
