import { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';
import { type LabelSelector, validateLabelSelector } from '../label-selector';
import { nameIsDnsSubdomain, nameIsPathSegment, validateGenericMeta } from '../metadata';
import type { Validator } from '../validator';
import { type MatchResources, validateMatchResources, validateMutableOperations } from './match-resources';

interface ParamRef {
  readonly name?: string;
  readonly selector?: LabelSelector;
  readonly parameterNotFoundAction?: string;
}

interface BindingSpec {
  readonly policyName?: string;
  readonly paramRef?: ParamRef;
  readonly matchResources?: MatchResources;
  /** Of validating policies. */
  readonly validationActions?: readonly string[];
}

const SPEC = FieldPath.of('spec');
const MATCH_RESOURCES = SPEC.child('matchResources');
const ACTIONS = ['Audit', 'Deny', 'Warn'];
const NOT_FOUND_ACTIONS = ['Allow', 'Deny'];

/**
 * Judges a ValidatingAdmissionPolicyBinding.
 *
 * @see https://kubernetes.io/docs/reference/access-authn-authz/validating-admission-policy/
 */
export const validateValidatingBinding: Validator = (object, errors) => {
  const spec = validateBinding(object, errors);
  validateActions(spec.validationActions ?? [], SPEC.child('validationActions'), errors);
};

/** Judges a MutatingAdmissionPolicyBinding. */
export const validateMutatingBinding: Validator = (object, errors) => {
  const spec = validateBinding(object, errors);
  validateMutableOperations(spec.matchResources, MATCH_RESOURCES, errors);
};

function validateBinding(object: Parameters<Validator>[0], errors: FieldErrors): BindingSpec {
  validateGenericMeta(object, nameIsDnsSubdomain, errors);
  const spec = (object.spec ?? {}) as BindingSpec;
  const { policyName, paramRef, matchResources } = spec;
  if (!policyName) errors.required(SPEC.child('policyName'));
  else errors.invalidEach(SPEC.child('policyName'), policyName, nameIsDnsSubdomain(policyName, false));
  if (paramRef !== undefined) validateParamRef(paramRef, SPEC.child('paramRef'), errors);
  validateMatchResources(matchResources, MATCH_RESOURCES, errors);
  return spec;
}

function validateParamRef(ref: ParamRef, path: FieldPath, errors: FieldErrors): void {
  const { name, selector, parameterNotFoundAction: action } = ref;
  if (name) errors.invalidEach(path.child('name'), name, nameIsPathSegment(name, false));
  validateLabelSelector(selector, path.child('selector'), errors);
  if (name && selector !== undefined) {
    errors.forbidden(path.child('name'), 'cannot stand beside selector');
    errors.forbidden(path.child('selector'), 'cannot stand beside name');
  } else if (!name && selector === undefined) errors.required(path, 'must have a name or a selector');
  if (!action)
    errors.required(path.child('parameterNotFoundAction'), `must be one of ${NOT_FOUND_ACTIONS.join(', ')}`);
  else if (!NOT_FOUND_ACTIONS.includes(action)) {
    errors.notSupported(path.child('parameterNotFoundAction'), action, NOT_FOUND_ACTIONS);
  }
}

function validateActions(actions: readonly string[], path: FieldPath, errors: FieldErrors): void {
  for (const [index, action] of actions.entries()) {
    if (!ACTIONS.includes(action)) errors.notSupported(path.index(index), action, ACTIONS);
    if (actions.indexOf(action) < index) errors.duplicate(path.index(index), action);
  }
  if (actions.includes('Deny') && actions.includes('Warn')) {
    errors.invalid(path, actions, 'must not hold both Deny and Warn, which say the same thing twice');
  }
  if (actions.length === 0) errors.required(path, `must hold one of ${ACTIONS.join(', ')}`);
}
