import { isBefore, type KubernetesVersion } from '../../../kubernetes/kubernetes-version';
import type { FieldPath } from '../../field-path';

/** Where the server reports an item that stands twice: at its key, and since 1.36 at the item. */
export function placeOfTwin(
  list: FieldPath,
  version: KubernetesVersion,
  key: string,
): (index: number) => FieldPath {
  const isAtKey = isBefore(version, '1.36');
  return index => (isAtKey ? list.index(index).child(key) : list.index(index));
}
