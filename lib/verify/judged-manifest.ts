import { type Data, isData, type ManifestIdentity } from './manifest';

/** A manifest as strict decoding left it. */
export interface JudgedManifest {
  readonly data: Data;
  readonly object: ManifestIdentity;
}

/** The namespace that a manifest is in; one without a namespace is in the one that it is applied in. */
export function namespaceOf({ object }: JudgedManifest): string {
  return object.namespace ?? '';
}

/** The field at a path of objects, as an object; empty where there is none. */
export function dataAt(data: Data, ...path: readonly string[]): Data {
  let found: Data = data;
  for (let at = 0; at < path.length; at++) {
    const next = found[path[at] as string];
    if (!isData(next)) return NO_FIELDS;
    found = next;
  }
  return found;
}

/** The field of an object, as a list of objects. */
export function listAt(data: Data, key: string): readonly Data[] {
  const list = data[key];
  if (!Array.isArray(list)) return NO_ITEMS;
  for (let at = 0; at < list.length; at++) if (!isData(list[at])) return list.filter(isData);
  return list;
}

const NO_FIELDS: Data = {};
const NO_ITEMS: readonly Data[] = [];
