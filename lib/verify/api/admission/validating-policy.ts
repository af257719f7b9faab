import { qualifiedNameComplaints } from '../../../kubernetes/label-format';
import { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';
import { effectiveName, metadataOf, nameIsDnsSubdomain, validateGenericMeta } from '../metadata';
import type { Validator } from '../validator';
import { type ExpressionScope, validateExpression } from './expression';
import { type PolicySpec, validatePolicySpec } from './policy-spec';

interface Validation {
  readonly expression?: string;
  readonly message?: string;
  readonly messageExpression?: string;
  readonly reason?: string;
}

interface AuditAnnotation {
  readonly key?: string;
  readonly valueExpression?: string;
}

interface ValidatingPolicySpec extends PolicySpec {
  readonly validations?: readonly Validation[];
  readonly auditAnnotations?: readonly AuditAnnotation[];
}

const SPEC = FieldPath.of('spec');
const REASONS = ['Forbidden', 'Invalid', 'RequestEntityTooLarge'];
const ANNOTATIONS_MAX = 20;
const ANNOTATION_EXPRESSION_MAX = 5 * 1024;
const EITHER = 'or auditAnnotations must have an entry';

/**
 * Judges a ValidatingAdmissionPolicy.
 *
 * @see https://kubernetes.io/docs/reference/access-authn-authz/validating-admission-policy/
 */
export const validateValidatingPolicy: Validator = (object, errors) => {
  validateGenericMeta(object, nameIsDnsSubdomain, errors);
  const spec = (object.spec ?? {}) as ValidatingPolicySpec;
  const scope = validatePolicySpec(spec, SPEC, errors);
  const { validations = [], auditAnnotations = [] } = spec;
  if (validations.length === 0 && auditAnnotations.length === 0) {
    errors.required(SPEC.child('validations'), EITHER);
    errors.required(SPEC.child('auditAnnotations'), 'or validations must have an entry');
    return;
  }
  for (const [index, validation] of validations.entries()) {
    validateValidation(validation, scope, SPEC.child('validations').index(index), errors);
  }
  const name = effectiveName(metadataOf(object));
  validateAuditAnnotations(auditAnnotations, name, scope, SPEC.child('auditAnnotations'), errors);
};

function validateValidation(
  validation: Validation,
  scope: ExpressionScope,
  path: FieldPath,
  errors: FieldErrors,
): void {
  const { expression = '', message = '', messageExpression = '', reason } = validation;
  if (expression.trim() === '') errors.required(path.child('expression'));
  else validateExpression(expression, 'bool', scope, path.child('expression'), errors);
  if (messageExpression !== '' && messageExpression.trim() === '') {
    errors.invalid(path.child('messageExpression'), messageExpression, 'must say something, or be absent');
  } else if (messageExpression !== '') {
    const silent = { ...scope, authorizer: false };
    validateExpression(messageExpression, 'string', silent, path.child('messageExpression'), errors);
  }
  if (message !== '' && message.trim() === '') {
    errors.invalid(path.child('message'), message, 'must say something, or be absent');
  } else if (/[\n\r]/.test(message.trim())) {
    errors.invalid(path.child('message'), message, 'must stand on one line');
  }
  if (reason !== undefined && !REASONS.includes(reason)) {
    errors.notSupported(path.child('reason'), reason, REASONS);
  }
}

function validateAuditAnnotations(
  annotations: readonly AuditAnnotation[],
  policy: string,
  scope: ExpressionScope,
  path: FieldPath,
  errors: FieldErrors,
): void {
  if (annotations.length > ANNOTATIONS_MAX) {
    errors.invalid(path, annotations.length, `must have no more than ${ANNOTATIONS_MAX} entries`);
  }
  const keys = new Set<string>();
  for (const [index, { key = '', valueExpression = '' }] of annotations.entries()) {
    const at = path.index(index);
    if (policy === '') errors.invalid(at.child('key'), key, 'needs the name of the policy');
    else errors.invalidEach(at.child('key'), key, qualifiedNameComplaints(`${policy}/${key}`));
    if (keys.has(key)) errors.duplicate(at.child('key'), key);
    keys.add(key);
    const expression = valueExpression.trim();
    const expressionPath = at.child('valueExpression');
    if (expression === '') errors.required(expressionPath);
    else if (Buffer.byteLength(expression) > ANNOTATION_EXPRESSION_MAX) {
      errors.required(expressionPath, `must be no longer than ${ANNOTATION_EXPRESSION_MAX} bytes`);
    } else validateExpression(expression, 'string or null', scope, expressionPath, errors);
  }
}
