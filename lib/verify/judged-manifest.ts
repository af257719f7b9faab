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
  for (const key of path) {
    const next = found[key];
    found = isData(next) ? next : NO_FIELDS;
  }
  return found;
}

/** The field of an object, as a list of objects. */
export function listAt(data: Data, key: string): readonly Data[] {
  const list = data[key];
  if (!Array.isArray(list)) return NO_ITEMS;
  for (const item of list) if (!isData(item)) return list.filter(isData);
  return list;
}

const NO_FIELDS: Data = {};
const NO_ITEMS: readonly Data[] = [];
