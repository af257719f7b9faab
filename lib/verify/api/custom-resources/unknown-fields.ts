import { type Data, isData } from '../../manifest';
import { itemsOf, type JsonSchema, OBJECT_FIELDS, propertyOf, valuesOf } from './json-schema';

/** How deep a schema is followed. */
const MAX_DEPTH = 200;

/**
 * The paths of the fields of a custom resource that its schema does not have: strict decoding refuses them, and
 * without it they are dropped.
 *
 * @see https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#field-pruning
 */
export function unknownCustomFields(object: Data, schema: JsonSchema | undefined): string[] {
  if (!schema) return [];
  const found: string[] = [];
  collect(object, schema, '', true, 0, found);
  return found;
}

function collect(
  value: unknown,
  schema: JsonSchema,
  path: string,
  whole: boolean,
  depth: number,
  found: string[],
): void {
  if (depth > MAX_DEPTH) return;
  if (Array.isArray(value)) {
    const items = itemsOf(schema);
    if (!items) return;
    for (const [index, item] of value.entries()) {
      collect(item, items, `${path}[${index}]`, false, depth + 1, found);
    }
    return;
  }
  if (!isData(value)) return;
  const values = valuesOf(schema);
  const keeps = schema['x-kubernetes-preserve-unknown-fields'] || schema.additionalProperties === true;
  const isObject = whole || schema['x-kubernetes-embedded-resource'];
  for (const [name, field] of Object.entries(value)) {
    const at = path === '' ? name : `${path}.${name}`;
    const known = propertyOf(schema, name);
    if (isObject && OBJECT_FIELDS.includes(name)) continue;
    if (known) collect(field, known, at, false, depth + 1, found);
    else if (values) collect(field, values, at, false, depth + 1, found);
    else if (!keeps) found.push(at);
  }
}
