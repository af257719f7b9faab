import { servedKind } from './api-kinds';
import { similarName } from './api-spelling';
import { type ApiSchema, fieldsOf, versionsOfField } from './api-types';
import type { KubernetesVersion } from './kubernetes-version';
import { isBefore } from './kubernetes-version';

/** A place that an object of a kind has. */
export interface KnownField {
  readonly unknown: false;
  readonly schema: ApiSchema;
}

/** What may help where a field is unknown. */
export interface UnknownFieldHints {
  /** The first version that has the field, where that is a later one. */
  readonly since?: KubernetesVersion;
  /** The last version that has the field, where the newest does not. */
  readonly until?: KubernetesVersion;
  /** A field of this version at the same place, whose name is nearly the same. */
  readonly similar?: string;
}

/** A place that no object of a kind has. */
export interface UnknownField extends UnknownFieldHints {
  readonly unknown: true;
  /** The index, in the path that was asked for, of the first part that does not exist. */
  readonly at: number;
}

/** A field of a manifest that its kind does not have. */
export interface UnknownManifestField extends UnknownFieldHints {
  /** As the API server writes it, such as `spec.template.spec.containers[0].imagePullpolicy`. */
  readonly path: string;
  readonly keys: readonly (string | number)[];
}

/**
 * What is at a path of a built-in kind. Maps such as labels take any key, lists take an index or `-` (also as
 * text, as JSON pointers have it), and below a value that may be anything everything exists.
 *
 * @returns undefined where this version does not serve the kind, or the kind is not built in.
 */
export function fieldAt(
  apiVersion: string,
  kind: string,
  path: readonly (string | number)[],
  version: KubernetesVersion,
): KnownField | UnknownField | undefined {
  const served = servedKind(apiVersion, kind, version);
  if (!served) return undefined;
  let schema: ApiSchema = { type: 'object', of: served.type };
  for (const [at, key] of path.entries()) {
    const next = childOf(schema, key, version);
    if (next === undefined) return { unknown: true, at, ...hints(schema, key, version) };
    schema = next;
  }
  return { unknown: false, schema };
}

/**
 * The fields of a manifest that its kind does not have in this version, and that strict decoding refuses, in the
 * order of the manifest. None for kinds that the version does not serve, or that are not built in. Values of the
 * wrong type are passed over.
 *
 * @see https://kubernetes.io/docs/reference/using-api/api-concepts/#validation-for-unrecognized-or-duplicate-fields
 */
export function unknownFields(
  manifest: Readonly<Record<string, unknown>>,
  version: KubernetesVersion,
): UnknownManifestField[] {
  const { apiVersion, kind } = manifest;
  const served =
    typeof apiVersion === 'string' && typeof kind === 'string'
      ? servedKind(apiVersion, kind, version)
      : undefined;
  if (!served) return [];
  const found: UnknownManifestField[] = [];
  const pending = placesIn(manifest, [], { type: 'object', of: served.type });
  for (let place = pending.pop(); place !== undefined; place = pending.pop()) {
    const { owner, keys, value } = place;
    const key = keys.at(-1) as string | number;
    const schema = childOf(owner, key, version);
    if (schema) for (const inside of placesIn(value, keys, schema)) pending.push(inside);
    else found.push({ path: pathText(keys), keys, ...hints(owner, key, version) });
  }
  return found;
}

/** A value in a manifest that is still to be looked at, and the schema of what holds it. */
interface Place {
  readonly owner: ApiSchema;
  readonly keys: readonly (string | number)[];
  readonly value: unknown;
}

/** The places right inside a value, the last one first, as they are taken from the end. */
function placesIn(value: unknown, keys: readonly (string | number)[], owner: ApiSchema): Place[] {
  if (Array.isArray(value)) {
    if (owner.type !== 'array') return [];
    return value.map((item, index) => ({ owner, keys: [...keys, index], value: item })).reverse();
  }
  if (typeof value !== 'object' || value === null || (owner.type !== 'object' && owner.type !== 'map'))
    return [];
  return Object.entries(value)
    .map(([key, part]) => ({ owner, keys: [...keys, key], value: part }))
    .reverse();
}

function childOf(owner: ApiSchema, key: string | number, version: KubernetesVersion): ApiSchema | undefined {
  switch (owner.type) {
    case 'object':
      return fieldsOf(owner.of, version)?.get(String(key))?.schema;
    case 'map':
      return owner.values;
    case 'array':
      return /^(-|0|[1-9]\d*)$/.test(String(key)) ? owner.items : undefined;
    case 'any':
      return owner;
    default:
      return undefined;
  }
}

function hints(owner: ApiSchema, key: string | number, version: KubernetesVersion): UnknownFieldHints {
  if (owner.type !== 'object') return {};
  const elsewhere = versionsOfField(owner.of, String(key));
  if (elsewhere) return isBefore(version, elsewhere.since) ? elsewhere : { until: elsewhere.until };
  const similar = similarName(String(key), fieldsOf(owner.of, version)?.keys() ?? []);
  return similar === undefined ? {} : { similar };
}

function pathText(keys: readonly (string | number)[]): string {
  return keys.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : text === '' ? key : `${text}.${key}`),
    '',
  );
}
