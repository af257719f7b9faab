import { FieldPath } from '../../field-path';
import type { Data } from '../../manifest';
import type { FieldErrors } from '../field-errors';
import { effectiveName, metadataOf, nameIsDnsSubdomain, validateGenericMeta } from '../metadata';
import type { CustomKind } from './definition-index';
import { type JsonSchema, OBJECT_FIELDS } from './json-schema';
import { evaluateRules } from './rule-evaluation';
import { withDefaults } from './schema-defaults';
import { validateValue } from './schema-value';

export { unknownCustomFields } from './unknown-fields';

/**
 * Judges a new custom resource against the schema of its definition.
 *
 * @see https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#validation
 */
export function validateCustomResource(object: Data, kind: CustomKind, errors: FieldErrors): void {
  validateGenericMeta(object, nameIsDnsSubdomain, errors);
  const { schema } = kind;
  if (!schema) return;
  const created = preparedResource(object, undefined, kind);
  validateBySchema(created, schema, errors);
  evaluateRules(created, schema, FieldPath.ROOT, errors);
}

/** Judges the fields of a custom resource by their schema, without its rules in CEL. */
export function validateBySchema(object: Data, schema: JsonSchema, errors: FieldErrors): void {
  const { apiVersion: _v, kind: _k, metadata: _m, ...own } = object;
  const required = schema.required?.filter(name => !OBJECT_FIELDS.includes(name));
  validateValue(own, { ...schema, required }, FieldPath.ROOT, errors);
}

/**
 * A custom resource as the server judges it: with a name and the defaults of its schema, and with the status that it
 * had where that is written by requests of its own.
 *
 * @param former what it was before, if it was there, with its defaults.
 */
export function preparedResource(
  object: Data,
  former: Data | undefined,
  { schema, ownStatus }: CustomKind,
): Data {
  const { status: _, ...rest } = object;
  const status = former?.status;
  const kept = !ownStatus ? object : status === undefined ? rest : { ...rest, status };
  return withDefaults(named(kept), schema) as Data;
}

/** The server makes a name of a `generateName` before it judges. */
function named(object: Data): Data {
  const metadata = metadataOf(object);
  if (metadata.name || !metadata.generateName) return object;
  return { ...object, metadata: { ...metadata, name: effectiveName(metadata) } };
}
