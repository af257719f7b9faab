import {
  BOOL,
  BYTES,
  type CelType,
  DOUBLE,
  DURATION,
  DYN,
  INT,
  listOf,
  mapOf,
  objectType,
  STRING,
  TIMESTAMP,
} from '../../cel/types';
import { itemsOf, type JsonSchema, valuesOf } from './json-schema';

/** Words of CEL that a field can only be named by with underscores around. */
const RESERVED =
  'true false null in as break const continue else for function if import let loop package namespace return var void while'.split(
    ' ',
  );

/** Characters that CEL cannot have in a name, and how it writes them. */
const ESCAPES: Readonly<Record<string, string>> = {
  __: '__underscores__',
  '.': '__dot__',
  '-': '__dash__',
  '/': '__slash__',
};

const FORMATS: Readonly<Record<string, CelType>> = {
  byte: BYTES,
  date: TIMESTAMP,
  'date-time': TIMESTAMP,
  duration: DURATION,
};

const METADATA: readonly [string, CelType][] = [
  ['name', STRING],
  ['generateName', STRING],
];

/** The types of objects by name: what expressions may ask of them. */
export type ObjectTypes = Map<string, ReadonlyMap<string, CelType>>;

/**
 * The type that a schema has in CEL; undefined where expressions cannot reach it.
 *
 * @param name a name for it, which no other has: types of objects are added to `objects` by it.
 * @see https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#type-checking
 */
export function celTypeOf(
  schema: JsonSchema,
  name: string,
  objects: ObjectTypes,
  root: boolean,
): CelType | undefined {
  if (schema['x-kubernetes-int-or-string']) return DYN;
  switch (schema.type) {
    case 'string':
      return FORMATS[schema.format ?? ''] ?? STRING;
    case 'integer':
      return INT;
    case 'number':
      return DOUBLE;
    case 'boolean':
      return BOOL;
    case 'array':
      return listType(schema, name, objects);
    case 'object':
      return mapType(schema, name, objects) ?? fieldsType(schema, name, objects, root);
    default:
      return undefined;
  }
}

/** How CEL writes the name of a field. */
export function celName(field: string): string {
  if (RESERVED.includes(field)) return `__${field}__`;
  return field.replace(/__|[./-]/g, found => ESCAPES[found] as string);
}

function listType(schema: JsonSchema, name: string, objects: ObjectTypes): CelType | undefined {
  const items = itemsOf(schema);
  const element =
    items && celTypeOf(items, `${name}.@idx`, objects, items['x-kubernetes-embedded-resource'] ?? false);
  return element && listOf(element);
}

function mapType(schema: JsonSchema, name: string, objects: ObjectTypes): CelType | undefined {
  const values = valuesOf(schema);
  if (!values) return schema.additionalProperties === true ? mapOf(STRING, DYN) : undefined;
  const value = celTypeOf(
    values,
    `${name}.@elem`,
    objects,
    values['x-kubernetes-embedded-resource'] ?? false,
  );
  return value && mapOf(STRING, value);
}

function fieldsType(schema: JsonSchema, name: string, objects: ObjectTypes, root: boolean): CelType {
  const fields = new Map<string, CelType>();
  for (const [field, property] of Object.entries(schema.properties ?? {})) {
    const type = celTypeOf(
      property,
      `${name}.${field}`,
      objects,
      property['x-kubernetes-embedded-resource'] ?? false,
    );
    if (type) fields.set(celName(field), type);
  }
  if (root) {
    fields.set('apiVersion', STRING);
    fields.set('kind', STRING);
    fields.set('metadata', objectType(`${name}.metadata`));
    objects.set(`${name}.metadata`, new Map(METADATA));
  }
  objects.set(name, fields);
  return objectType(name);
}
