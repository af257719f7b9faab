import { compile } from '../../cel/compile';
import type { CelEnvironment } from '../../cel/environment';
import { functionsOf } from '../../cel/kubernetes-functions';
import { BOOL, type CelType, isSameType, optionalOf, STRING, typeText } from '../../cel/types';
import type { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';
import type { JsonSchema, ValidationRule } from './json-schema';
import { celTypeOf, type ObjectTypes } from './schema-types';
import { usesOldSelf } from './transition-rule';

const REASONS = ['FieldValueRequired', 'FieldValueForbidden', 'FieldValueInvalid', 'FieldValueDuplicate'];

/**
 * Judges the rules in CEL that a schema holds its values to.
 *
 * @param root whether the schema is that of the whole object, or of an object in it.
 * @param loose the outermost list around, whose items nothing tells apart between two states; undefined for none.
 * @see https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#validation-rules
 */
export function validateRules(
  schema: JsonSchema,
  path: FieldPath,
  root: boolean,
  loose: FieldPath | undefined,
  errors: FieldErrors,
): void {
  const rules = schema['x-kubernetes-validations'];
  if (!rules?.length) return;
  for (const [index, rule] of rules.entries()) {
    const at = path.child('x-kubernetes-validations').index(index);
    validateRule(rule, environmentOf(schema, root, rule, errors), at, loose, errors);
  }
}

function validateRule(
  validation: ValidationRule,
  environment: CelEnvironment | undefined,
  path: FieldPath,
  loose: FieldPath | undefined,
  errors: FieldErrors,
): void {
  const { rule = '', message, messageExpression, reason } = validation;
  if (rule.trim() === '') {
    errors.required(path.child('rule'));
    return;
  }
  if (message !== undefined && message !== '' && message.trim() === '') {
    errors.invalid(path.child('message'), message, 'must not be blank');
  } else if (message && /[\n\r]/.test(message.trim())) {
    errors.invalid(path.child('message'), message, 'must not hold line breaks');
  }
  if (!message && /[\n\r]/.test(rule.trim())) {
    errors.required(path.child('message'), 'is required where the rule has line breaks');
  }
  if (reason !== undefined && !REASONS.includes(reason)) {
    errors.notSupported(path.child('reason'), reason, REASONS);
  }
  if (!environment) return;
  const isCompiled = validateExpression(rule, BOOL, environment, path.child('rule'), errors);
  validateTransition(validation, isCompiled && usesOldSelf(validation), path, loose, errors);
  if (messageExpression?.trim()) {
    validateExpression(messageExpression, STRING, environment, path.child('messageExpression'), errors);
  }
}

/** What a rule that compares with the state before needs: two states of one value. */
function validateTransition(
  { rule, optionalOldSelf }: ValidationRule,
  isTransition: boolean,
  path: FieldPath,
  loose: FieldPath | undefined,
  errors: FieldErrors,
): void {
  if (isTransition) {
    if (loose) {
      errors.invalid(
        path.child('rule'),
        rule,
        `must not speak of oldSelf inside ${loose}: nothing tells which item was which, as it is no list of type map`,
      );
    }
  } else if (optionalOldSelf !== undefined) {
    errors.invalid(path.child('optionalOldSelf'), optionalOldSelf, 'is for rules that speak of oldSelf');
  }
}

/** @returns whether the expression compiles. */
function validateExpression(
  expression: string,
  result: CelType,
  environment: CelEnvironment,
  path: FieldPath,
  errors: FieldErrors,
): boolean {
  const { type, complaints } = compile(expression, environment);
  if (complaints.length > 0) errors.invalid(path, expression, complaints.join('; '));
  else if (type && !isSameType(type, result)) {
    errors.invalid(path, expression, `must come to ${typeText(result)}, and comes to ${typeText(type)}`);
  } else return true;
  return false;
}

function environmentOf(
  schema: JsonSchema,
  root: boolean,
  { optionalOldSelf }: ValidationRule,
  errors: FieldErrors,
): CelEnvironment | undefined {
  const objects: ObjectTypes = new Map();
  const self = celTypeOf(schema, 'self', objects, root);
  if (!self) return undefined;
  const variables = new Map([
    ['self', self],
    ['oldSelf', optionalOldSelf ? optionalOf(self) : self],
  ]);
  return { functions: functionsOf(errors.version), variables, objects };
}
