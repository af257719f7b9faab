import { TYPES } from './api-schema';
import { ALL_VERSIONS, type ApiVersions, includesVersion, readVersions, spanOf } from './api-versions';
import type { KubernetesVersion } from './kubernetes-version';
import { schemaLine } from './schema-line';

/** What a field may hold: a value in a format, a list, a map with free keys, or an object of another type. */
export type ApiSchema =
  | { readonly type: ApiFormat }
  | { readonly type: 'array'; readonly items: ApiSchema }
  | { readonly type: 'map'; readonly values: ApiSchema }
  | { readonly type: 'object'; readonly of: string };

/**
 * The format of a value. `byte` is a string in base64, `date-time` one of RFC 3339 (`date-time-micro` with
 * microseconds), `quantity` and `int-or-string` may be numbers or strings, `any` is whatever JSON holds.
 */
export type ApiFormat = (typeof FORMATS)[keyof typeof FORMATS];

/** A field of a type in one version. Its versions are those in which the type has a field of this name. */
export interface ApiField extends ApiVersions {
  readonly name: string;
  readonly schema: ApiSchema;
  /** Whether the OpenAPI document requires it; the server may fill it in, or demand more. */
  readonly required: boolean;
}

const FORMATS = {
  s: 'string',
  b: 'boolean',
  i: 'int32',
  l: 'int64',
  d: 'double',
  y: 'byte',
  t: 'date-time',
  m: 'date-time-micro',
  q: 'quantity',
  x: 'int-or-string',
  '*': 'any',
} as const;

/** A field as declared in some versions; a name may be declared differently in others. */
interface Declaration {
  readonly field: ApiField;
  readonly versions: ApiVersions;
}

/**
 * A type as the schema says it. Fields are read when they are first asked for: a run needs few of them, and must
 * start at once.
 */
interface Type {
  readonly versions: ApiVersions;
  /** Its fields, each after a space. */
  readonly text: string;
  readonly declarations: Map<string, readonly Declaration[]>;
}

const NONE: readonly Declaration[] = [];
const types = new Map<string, Type>();
const fieldsByVersion = new Map<string, ReadonlyMap<string, ApiField>>();

/**
 * The fields of a type in one version, by their names; undefined where that version does not have the type. Types
 * bear the names of the official JavaScript client, such as `V1PodSpec`; `apiKind(...).type` gives the first one.
 */
export function fieldsOf(
  typeName: string,
  version: KubernetesVersion,
): ReadonlyMap<string, ApiField> | undefined {
  const key = `${version} ${typeName}`;
  const known = fieldsByVersion.get(key);
  if (known) return known;
  const type = typeOf(typeName);
  if (!type || !includesVersion(type.versions, version)) return undefined;
  const fields = new Map<string, ApiField>();
  for (const [, name = ''] of type.text.matchAll(/ ([^:]+):/g)) {
    const found = declaredIn(type, name, version);
    if (found) fields.set(name, found);
  }
  fieldsByVersion.set(key, fields);
  return fields;
}

/** A field of a type in one version; undefined where that version has not both. */
export function fieldOf(typeName: string, name: string, version: KubernetesVersion): ApiField | undefined {
  const type = typeOf(typeName);
  return type && includesVersion(type.versions, version) ? declaredIn(type, name, version) : undefined;
}

/** The versions in which a type has a field of this name; undefined where none has. */
export function versionsOfField(typeName: string, name: string): ApiVersions | undefined {
  const type = typeOf(typeName);
  const field = type && declarationsOf(type, name)[0]?.field;
  return field && { since: field.since, ...(field.until && { until: field.until }) };
}

function declaredIn(type: Type, name: string, version: KubernetesVersion): ApiField | undefined {
  return declarationsOf(type, name).find(({ versions }) => includesVersion(versions, version))?.field;
}

function typeOf(name: string): Type | undefined {
  const known = types.get(name);
  if (known) return known;
  const line = schemaLine(TYPES, name);
  if (line === undefined) return undefined;
  const [, range, text = ''] = /^(?: @(\S+))?(.*)$/.exec(line) ?? [];
  const type = { versions: range ? readVersions(range) : ALL_VERSIONS, text, declarations: new Map() };
  types.set(name, type);
  return type;
}

/** What a type says of a field, once for each of the ways in which versions declare it. */
function declarationsOf(type: Type, name: string): readonly Declaration[] {
  const known = type.declarations.get(name);
  if (known) return known;
  // Neither is in a name, and either would find what is none.
  if (name.includes(' ') || name.includes(':')) return NONE;
  const found: Declaration[] = [];
  const mark = ` ${name}:`;
  for (let at = type.text.indexOf(mark); at >= 0; at = type.text.indexOf(mark, at + 1)) {
    const end = type.text.indexOf(' ', at + 1);
    found.push(declared(name, type.text.slice(at + mark.length, end < 0 ? undefined : end), type.versions));
  }
  if (found.length === 0) return NONE;
  const declarations = spanned(found);
  type.declarations.set(name, declarations);
  return declarations;
}

function declared(name: string, text: string, typeVersions: ApiVersions): Declaration {
  const [declaration = '', range] = text.split('@');
  const required = declaration.endsWith('!');
  const schema = schemaOf(required ? declaration.slice(0, -1) : declaration);
  const versions = range ? readVersions(range) : typeVersions;
  return { versions, field: { name, schema, required, ...versions } };
}

function spanned(declarations: readonly Declaration[]): readonly Declaration[] {
  if (declarations.length === 1) return declarations;
  const span = spanOf(declarations.map(({ versions }) => versions));
  return declarations.map(({ versions, field: { name, schema, required } }) => ({
    versions,
    field: { name, schema, required, ...span },
  }));
}

function schemaOf(code: string): ApiSchema {
  if (code.startsWith('[]')) return { type: 'array', items: schemaOf(code.slice(2)) };
  if (code.startsWith('{}')) return { type: 'map', values: schemaOf(code.slice(2)) };
  return Object.hasOwn(FORMATS, code)
    ? { type: FORMATS[code as keyof typeof FORMATS] }
    : { type: 'object', of: code };
}
