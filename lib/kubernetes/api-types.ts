import schema from './api-schema.json';
import { ALL_VERSIONS, type ApiVersions, includesVersion, readVersions, spanOf } from './api-versions';
import type { KubernetesVersion } from './kubernetes-version';

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

interface Type {
  readonly versions: ApiVersions;
  readonly declarations: ReadonlyMap<string, readonly Declaration[]>;
}

const TYPES: Readonly<Record<string, string>> = schema.types;
const decodedTypes = new Map<string, Type>();
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
  for (const [name, declarations] of type.declarations) {
    const found = declarations.find(({ versions }) => includesVersion(versions, version));
    if (found) fields.set(name, found.field);
  }
  fieldsByVersion.set(key, fields);
  return fields;
}

/** The versions in which a type has a field of this name; undefined where none has. */
export function versionsOfField(typeName: string, name: string): ApiVersions | undefined {
  const field = typeOf(typeName)?.declarations.get(name)?.[0]?.field;
  return field && { since: field.since, ...(field.until && { until: field.until }) };
}

/** Types are decoded when they are first asked for: a run needs few of them, and must start at once. */
function typeOf(name: string): Type | undefined {
  const known = decodedTypes.get(name);
  if (known) return known;
  if (!Object.hasOwn(TYPES, name)) return undefined;
  const type = decoded((TYPES[name] as string).split(' ').filter(token => token !== ''));
  decodedTypes.set(name, type);
  return type;
}

function decoded(tokens: readonly string[]): Type {
  const own = tokens[0]?.startsWith('@') ? readVersions(tokens[0].slice(1)) : undefined;
  const versions = own ?? ALL_VERSIONS;
  const drafts = new Map<string, Declaration[]>();
  for (const token of own ? tokens.slice(1) : tokens) {
    const declaration = declared(token, versions);
    const { name } = declaration.field;
    drafts.set(name, [...(drafts.get(name) ?? []), declaration]);
  }
  return { versions, declarations: new Map([...drafts].map(([name, all]) => [name, spanned(all)])) };
}

function declared(token: string, typeVersions: ApiVersions): Declaration {
  const [declaration = '', range] = token.split('@');
  const colon = declaration.indexOf(':');
  const required = declaration.endsWith('!');
  const code = declaration.slice(colon + 1, required ? -1 : undefined);
  const versions = range ? readVersions(range) : typeVersions;
  return {
    versions,
    field: { name: declaration.slice(0, colon), schema: schemaOf(code), required, ...versions },
  };
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
