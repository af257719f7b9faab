import { apiKind } from '../../kubernetes/api-kinds';
import type { Subject } from '../../verify/subject';

/** Objects of two states of one cluster. */
export interface ObjectPairs {
  /** Objects that both have. */
  readonly kept: readonly { readonly before: Subject; readonly after: Subject }[];
  /** Objects that only the former state has. */
  readonly gone: readonly Subject[];
  /** Objects that only the later state has. */
  readonly added: readonly Subject[];
}

/** Pairs objects by what tells them apart in a cluster: group, kind, namespace and name. The last of equals counts. */
export function pairObjects(before: readonly Subject[], after: readonly Subject[]): ObjectPairs {
  const now = new Map(after.map(subject => [keyOf(subject), subject]));
  const former = new Map(before.map(subject => [keyOf(subject), subject]));
  const kept: { before: Subject; after: Subject }[] = [];
  const gone: Subject[] = [];
  for (const [key, subject] of former) {
    const successor = now.get(key);
    if (successor) kept.push({ before: subject, after: successor });
    else gone.push(subject);
  }
  return { kept, gone, added: [...now].filter(([key]) => !former.has(key)).map(([, subject]) => subject) };
}

/** Another version of an API is the same object; objects of the cluster have no namespace, whatever they say. */
function keyOf({ object }: Subject): string {
  const { apiVersion, kind, namespace = '', name } = object;
  const group = apiVersion.includes('/') ? apiVersion.split('/', 1)[0] : '';
  const isNamespaced = apiKind(apiVersion, kind)?.namespaced ?? true;
  return [group, kind, isNamespaced ? namespace : '', name].join('\n');
}
