/** One field of a type: a type code (see `encode.ts`) and whether the OpenAPI document requires it. */
export interface Field {
  readonly code: string;
  readonly required: boolean;
}

/** The fields of one type by the name that is written on the wire. */
export type Fields = ReadonlyMap<string, Field>;

/** A kind that a server takes: not a subresource, not a list. */
export interface Kind {
  readonly apiVersion: string;
  readonly kind: string;
  readonly plural: string;
  readonly namespaced: boolean;
  readonly type: string;
}

/** What one minor version of Kubernetes serves. Kinds are keyed by `apiVersion/kind`. */
export interface Release {
  readonly minor: number;
  readonly types: ReadonlyMap<string, Fields>;
  readonly kinds: ReadonlyMap<string, Kind>;
}

/** The type that a code leads to, or undefined for a scalar. */
export function referenceOf(code: string): string | undefined {
  const inner = code.replace(/^(\[\]|\{\})+/, '');
  return /^[A-Z]/.test(inner) ? inner : undefined;
}

/** A code with its reference renamed. */
export function withReference(code: string, rename: (type: string) => string): string {
  const type = referenceOf(code);
  return type === undefined ? code : code.slice(0, -type.length) + rename(type);
}

/** A release without the types that no kind leads to. */
export function reachable(release: Release): Release {
  const types = new Map<string, Fields>();
  const pending = [...release.kinds.values()].map(kind => kind.type);
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    const fields = release.types.get(name);
    if (!fields) throw new Error(`1.${release.minor}: the type ${name} is used and not defined`);
    if (types.has(name)) continue;
    types.set(name, fields);
    for (const { code } of fields.values()) {
      const type = referenceOf(code);
      if (type !== undefined) pending.push(type);
    }
  }
  return { ...release, types };
}
