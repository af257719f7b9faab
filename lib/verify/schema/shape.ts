import { type ApiFormat, type ApiSchema, fieldsOf } from '../../kubernetes/api-types';
import type { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { type FieldGate, gateOf } from './field-gates';

/**
 * What a value must be. Besides the formats of the API: `schema-or-boolean`, `schema-or-list` and
 * `schema-or-strings` are the places of a CustomResourceDefinition's schema that take several types.
 */
export type ShapeFormat =
  | ApiFormat
  | 'array'
  | 'map'
  | 'object'
  | 'schema-or-boolean'
  | 'schema-or-list'
  | 'schema-or-strings';

const JSON_SCHEMA = 'V1JSONSchemaProps';

/** What the OpenAPI documents call anything, and the server does not. */
const JSON_SCHEMA_FORMATS: ReadonlyMap<string, ShapeFormat> = new Map([
  ['additionalItems', 'schema-or-boolean'],
  ['additionalProperties', 'schema-or-boolean'],
  ['items', 'schema-or-list'],
]);

/** The places of an object's fields, by their names; without a prototype, as a field may be called as its members. */
export type FieldShapes = Readonly<Record<string, Shape | undefined>>;

const NO_FIELDS: FieldShapes = Object.create(null);

/** A place in an object of one version, linked to the places inside it, so that walking looks nothing up. */
export class Shape {
  /** What `typeof` says of right values, where that is all that there is to ask. */
  readonly plainType: 'string' | 'boolean' | undefined;

  /** `keptFields`, where they were asked for before: reading this takes less time. */
  known: FieldShapes | undefined = undefined;

  private all: FieldShapes | undefined = undefined;

  constructor(
    readonly format: ShapeFormat,
    private readonly version: KubernetesVersion,
    /** The items of a list, the values of a map, or the schema in a place that takes one. */
    readonly inside?: Shape,
    /** The name of an object's type. */
    readonly type = '',
    /** The feature gate that this version has off, and that makes the server drop the field. */
    readonly gate?: FieldGate,
  ) {
    this.plainType = format === 'string' || format === 'boolean' ? format : undefined;
  }

  /** The fields of an object; none for anything else. */
  get fields(): FieldShapes {
    this.all ??= this.format === 'object' ? fieldShapes(this.type, this.version) : NO_FIELDS;
    return this.all;
  }

  /** The fields of an object that the server never drops. */
  get keptFields(): FieldShapes {
    this.known ??= kept(this.fields);
    return this.known;
  }
}

const objects = new Map<KubernetesVersion, Map<string, Shape>>();

/** What an object of a type of a version must be. */
export function objectShape(type: string, version: KubernetesVersion): Shape {
  const known = objects.get(version)?.get(type);
  if (known) return known;
  const shape = new Shape('object', version, undefined, type);
  objects.set(version, (objects.get(version) ?? new Map()).set(type, shape));
  return shape;
}

function fieldShapes(type: string, version: KubernetesVersion): FieldShapes {
  const shapes: Record<string, Shape> = Object.create(null);
  for (const [name, { schema }] of fieldsOf(type, version) ?? []) {
    const shape = type === JSON_SCHEMA ? jsonSchemaShape(name, schema, version) : shapeOf(schema, version);
    const gate = gateOf(type, name, version);
    shapes[name] = gate ? new Shape(shape.format, version, shape.inside, shape.type, gate) : shape;
  }
  return shapes;
}

function kept(fields: FieldShapes): FieldShapes {
  const gated = Object.keys(fields).filter(name => fields[name]?.gate !== undefined);
  if (gated.length === 0) return fields;
  const left: Record<string, Shape | undefined> = Object.assign(Object.create(null), fields);
  for (const name of gated) delete left[name];
  return left;
}

function shapeOf(schema: ApiSchema, version: KubernetesVersion): Shape {
  switch (schema.type) {
    case 'object':
      return objectShape(schema.of, version);
    case 'array':
      return new Shape('array', version, shapeOf(schema.items, version));
    case 'map':
      return new Shape('map', version, shapeOf(schema.values, version));
    default:
      return new Shape(schema.type, version);
  }
}

function jsonSchemaShape(name: string, schema: ApiSchema, version: KubernetesVersion): Shape {
  const inside = objectShape(JSON_SCHEMA, version);
  const format = JSON_SCHEMA_FORMATS.get(name);
  if (format) return new Shape(format, version, inside);
  if (name === 'dependencies')
    return new Shape('map', version, new Shape('schema-or-strings', version, inside));
  return shapeOf(schema, version);
}
