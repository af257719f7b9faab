import { FieldPath } from '../../field-path';
import type { Data } from '../../manifest';
import type { FieldErrors } from '../field-errors';
import { nameIsDnsSubdomain, validateGenericMeta } from '../metadata';
import type { CustomKind } from './definition-index';
import { OBJECT_FIELDS } from './json-schema';
import { evaluateRules } from './rule-evaluation';
import { validateValue } from './schema-value';

export { unknownCustomFields } from './unknown-fields';

/**
 * Judges a custom resource against the schema of its definition.
 *
 * @see https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#validation
 */
export function validateCustomResource(object: Data, { schema }: CustomKind, errors: FieldErrors): void {
  validateGenericMeta(object, nameIsDnsSubdomain, errors);
  if (!schema) return;
  const { apiVersion: _v, kind: _k, metadata: _m, ...own } = object;
  const required = schema.required?.filter(name => !OBJECT_FIELDS.includes(name));
  validateValue(own, { ...schema, required }, FieldPath.ROOT, errors);
  evaluateRules(object, schema, FieldPath.ROOT, errors);
}
