import type { KubernetesObject } from '../../../scripts/cluster/api-client';

/** What others need comes first. Everything else keeps its order. */
const FIRST = [
  'CustomResourceDefinition',
  'Namespace',
  'PriorityClass',
  'StorageClass',
  'PersistentVolume',
  'ServiceAccount',
];

/** Manifests in an order in which a server takes them. */
export function inOrder<T extends Pick<KubernetesObject, 'kind'>>(manifests: readonly T[]): T[] {
  const rank = ({ kind }: T) => {
    const index = FIRST.indexOf(kind);
    return index < 0 ? FIRST.length : index;
  };
  return [...manifests].sort((a, b) => rank(a) - rank(b));
}
