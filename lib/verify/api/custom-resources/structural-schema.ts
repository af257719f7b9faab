import type { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';
import { itemsOf, type JsonSchema, valuesOf } from './json-schema';
import { evaluateRules } from './rule-evaluation';
import { validateSchemaLists } from './schema-lists';
import { validateValue } from './schema-value';
import { validateRules } from './validation-rules';

const TYPES = ['array', 'boolean', 'integer', 'number', 'object', 'string'];

/** The parts of JSON schema that a CustomResourceDefinition cannot use. */
const UNSUPPORTED = ['$ref', 'definitions', 'dependencies', 'patternProperties', 'additionalItems'] as const;

/** The parts that must not stand below `allOf`, `anyOf`, `oneOf` and `not`. */
const OUTSIDE_JUNCTORS = ['description', 'default', 'nullable', 'additionalProperties'] as const;

/** Where a schema stands, for what must not be left out. */
type Place = 'at the root' | 'for specified object fields' | 'for specified array items';

/**
 * Judges the schema of a version: it must be structural.
 *
 * @see https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#specifying-a-structural-schema
 */
export function validateSchema(schema: JsonSchema, path: FieldPath, errors: FieldErrors): void {
  if (schema.nullable === true) errors.forbidden(path.child('nullable'), 'must not be true at the root');
  if (schema.type && TYPES.includes(schema.type) && schema.type !== 'object') {
    errors.invalid(path.child('type'), schema.type, 'must be object at the root');
  }
  structural(schema, path, 'at the root', undefined, errors);
  metadataIsImplied(schema, path, errors);
}

function structural(
  schema: JsonSchema,
  path: FieldPath,
  place: Place,
  loose: FieldPath | undefined,
  errors: FieldErrors,
): void {
  ownRules(schema, path, place, loose, errors);
  const isLoose = schema['x-kubernetes-list-type'] !== 'map';
  forEachChild(schema, path, (child, at, of) => {
    structural(
      child,
      at,
      of,
      loose ?? (of === 'for specified array items' && isLoose ? path : undefined),
      errors,
    );
  });
  for (const junctor of ['allOf', 'anyOf', 'oneOf'] as const) {
    for (const [index, nested] of (schema[junctor] ?? []).entries()) {
      inJunctor(nested, schema, path.child(junctor).index(index), path, errors);
    }
  }
  if (schema.not) inJunctor(schema.not, schema, path.child('not'), path, errors);
}

function ownRules(
  schema: JsonSchema,
  path: FieldPath,
  place: Place,
  loose: FieldPath | undefined,
  errors: FieldErrors,
): void {
  validateType(schema, path, place, errors);
  for (const field of UNSUPPORTED) {
    if (schema[field] !== undefined) errors.forbidden(path.child(field), 'is not supported');
  }
  if (schema.uniqueItems === true) {
    errors.forbidden(path.child('uniqueItems'), 'must not be true', {
      fix: "use 'x-kubernetes-list-type: set'",
    });
  }
  if (schema.properties && schema.additionalProperties !== undefined) {
    errors.forbidden(path.child('additionalProperties'), 'excludes properties');
  }
  if (schema.additionalProperties === false)
    errors.forbidden(path.child('additionalProperties'), 'must not be false');
  if (Array.isArray(schema.items))
    errors.forbidden(path.child('items'), 'must be a schema, not a list of them');
  if (schema['x-kubernetes-preserve-unknown-fields'] === false) {
    errors.invalid(path.child('x-kubernetes-preserve-unknown-fields'), false, 'must be true or left out');
  }
  if (schema['x-kubernetes-embedded-resource'] && schema.type !== 'object') {
    errors.invalid(path.child('type'), schema.type, 'must be object for an embedded resource');
  }
  validateSchemaLists(schema, path, errors);
  validateRules(
    schema,
    path,
    place === 'at the root' || schema['x-kubernetes-embedded-resource'] === true,
    loose,
    errors,
  );
  if (schema.default !== undefined) {
    validateValue(schema.default, schema, path.child('default'), errors);
    evaluateRules(schema.default, schema, path.child('default'), errors);
  }
}

function validateType(schema: JsonSchema, path: FieldPath, place: Place, errors: FieldErrors): void {
  const at = path.child('type');
  if (schema.type === 'null') errors.forbidden(at, 'must not be null: use nullable');
  else if (schema.type && !TYPES.includes(schema.type)) errors.notSupported(at, schema.type, TYPES);
  const free = schema['x-kubernetes-int-or-string'] || schema['x-kubernetes-preserve-unknown-fields'];
  if (!schema.type && (!free || place === 'at the root')) errors.required(at, `must not be empty ${place}`);
}

function forEachChild(
  schema: JsonSchema,
  path: FieldPath,
  visit: (child: JsonSchema, at: FieldPath, place: Place) => void,
): void {
  for (const [name, child] of Object.entries(schema.properties ?? {})) {
    visit(child, path.child('properties').key(name), 'for specified object fields');
  }
  const values = valuesOf(schema);
  if (values) visit(values, path.child('additionalProperties'), 'for specified object fields');
  const items = itemsOf(schema);
  if (items) visit(items, path.child('items'), 'for specified array items');
}

/** Below a junctor a schema may narrow what the schema around it has, and add nothing. */
function inJunctor(
  nested: JsonSchema,
  around: JsonSchema,
  path: FieldPath,
  outer: FieldPath,
  errors: FieldErrors,
): void {
  for (const field of OUTSIDE_JUNCTORS) {
    if (nested[field] !== undefined && nested[field] !== false) {
      errors.forbidden(path.child(field), 'must be empty to be structural');
    }
  }
  if (nested.type && !around['x-kubernetes-int-or-string']) {
    errors.forbidden(path.child('type'), 'must be empty to be structural');
  }
  for (const [name, child] of Object.entries(nested.properties ?? {})) {
    const known = around.properties?.[name];
    const at = outer.child('properties').key(name);
    if (known) inJunctor(child, known, path.child('properties').key(name), at, errors);
    else errors.required(at, `must be there, because ${path}.properties[${name}] is`);
  }
  const items = itemsOf(nested);
  const knownItems = itemsOf(around);
  if (items && knownItems) inJunctor(items, knownItems, path.child('items'), outer.child('items'), errors);
  else if (items) errors.required(outer.child('items'), `must be there, because ${path}.items is`);
  for (const junctor of ['allOf', 'anyOf', 'oneOf'] as const) {
    for (const [index, deeper] of (nested[junctor] ?? []).entries()) {
      inJunctor(deeper, around, path.child(junctor).index(index), outer, errors);
    }
  }
  if (nested.not) inJunctor(nested.not, around, path.child('not'), outer, errors);
}

/** The server judges metadata itself: a schema may only narrow the name. */
function metadataIsImplied(schema: JsonSchema, path: FieldPath, errors: FieldErrors): void {
  const fields = Object.keys(schema.properties?.metadata?.properties ?? {});
  if (fields.some(field => field !== 'name' && field !== 'generateName')) {
    errors.forbidden(
      path.child('properties').key('metadata'),
      'must not say more than name and generateName',
    );
  }
}
