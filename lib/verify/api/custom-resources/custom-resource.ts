import { FieldPath } from '../../field-path';
import type { Data } from '../../manifest';
import type { FieldErrors } from '../field-errors';
import { nameIsDnsSubdomain, validateObjectMeta } from '../metadata';
import type { CustomKind } from './definition-index';
import type { JsonSchema } from './json-schema';
import { validateValue } from './schema-value';

/**
 * Judges a custom resource against the schema of its definition.
 *
 * @see https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#validation
 */
export function validateCustomResource(object: Data, { schema }: CustomKind, errors: FieldErrors): void {
  validateObjectMeta(object, nameIsDnsSubdomain, errors);
  for (const name of schema?.required ?? []) {
    if (!Object.hasOwn(object, name)) errors.required(FieldPath.of(name));
  }
  for (const [name, value] of Object.entries(object)) {
    if (name === 'apiVersion' || name === 'kind' || name === 'metadata') continue;
    const property = propertyOf(schema, name);
    if (property) validateValue(value, property, FieldPath.of(name), errors);
  }
}

function propertyOf(schema: JsonSchema | undefined, name: string): JsonSchema | undefined {
  const properties = schema?.properties ?? {};
  return Object.hasOwn(properties, name) ? properties[name] : undefined;
}
