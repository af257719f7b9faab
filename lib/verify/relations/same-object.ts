import { type JudgedManifest, namespaceOf } from '../judged-manifest';

/** Whether two manifests of a kind are of one object, so that the second changes the first. */
export function isSameObject(one: JudgedManifest, other: JudgedManifest): boolean {
  return one === other || (one.object.name === other.object.name && namespaceOf(one) === namespaceOf(other));
}
