import { type ApiFormat, type ApiSchema, fieldOf, fieldsOf } from '../../kubernetes/api-types';
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

type FieldShapes = Readonly<Record<string, Shape | undefined>>;

const NO_FIELDS: FieldShapes = Object.create(null);

/** A place in an object of one version, linked to the places inside it, so that walking looks nothing up. */
export class Shape {
  /** What `typeof` says of right values, where that is all that there is to ask. */
  readonly plainType: 'string' | 'boolean' | undefined;

  /**
   * The fields that the server never drops and that were met before, so that whoever meets one again need not call
   * `keptField`. It has no prototype, as a field of an input may be called as what an object inherits.
   */
  readonly known: FieldShapes;

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
    this.known = format === 'object' ? Object.create(null) : NO_FIELDS;
  }

  /** A field of an object; undefined where it has none of the name, and for anything else than an object. */
  field(name: string): Shape | undefined {
    const known = this.known[name];
    if (known || this.format !== 'object') return known;
    const declared = fieldOf(this.type, name, this.version);
    return declared && fieldShape(this.type, name, declared.schema, this.version);
  }

  /** A field that the server never drops; undefined for one that it does as well. */
  keptField(name: string): Shape | undefined {
    const field = this.field(name);
    if (field === undefined || field.gate) return undefined;
    (this.known as Record<string, Shape>)[name] = field;
    return field;
  }

  /** The names of all fields that an object may have. */
  fieldNames(): Iterable<string> {
    return (this.format === 'object' && fieldsOf(this.type, this.version)?.keys()) || [];
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

function fieldShape(type: string, name: string, schema: ApiSchema, version: KubernetesVersion): Shape {
  const shape = type === JSON_SCHEMA ? jsonSchemaShape(name, schema, version) : shapeOf(schema, version);
  const gate = gateOf(type, name, version);
  return gate ? new Shape(shape.format, version, shape.inside, shape.type, gate) : shape;
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
