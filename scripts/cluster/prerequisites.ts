import type { ApiClient, Given, KubernetesObject } from './api-client';

/**
 * Makes what the admission of pods looks up, where it is not there: service accounts, and in clusters of our own
 * priority and runtime classes. Without them a server says nothing of the pods themselves.
 *
 * @returns what was made, for `remove`.
 */
export async function addPrerequisites(
  client: ApiClient,
  manifests: readonly unknown[],
  namespace: string,
): Promise<KubernetesObject[]> {
  const wanted = new Map<string, KubernetesObject>();
  for (const manifest of manifests) {
    for (const object of prerequisitesOf(manifest as Given, namespace)) {
      wanted.set(`${object.kind}/${object.metadata.namespace}/${object.metadata.name}`, object);
    }
  }
  const made: KubernetesObject[] = [];
  for (const object of wanted.values()) {
    const mayMake = object.kind === 'ServiceAccount' || client.access.abilities.includes('cluster-objects');
    if (mayMake && (await client.create(object)).status < 300) made.push(object);
  }
  return made;
}

/** Deletes what was made. */
export async function remove(client: ApiClient, made: readonly KubernetesObject[]): Promise<void> {
  for (const object of made) await client.delete(object);
}

function prerequisitesOf(manifest: Given, fallback: string): KubernetesObject[] {
  if (manifest?.kind !== 'Pod') return [];
  const { serviceAccountName, priorityClassName, runtimeClassName } = manifest.spec ?? {};
  const namespace = manifest.metadata?.namespace ?? fallback;
  const objects: KubernetesObject[] = [];
  if (serviceAccountName) {
    objects.push({
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: { name: serviceAccountName, namespace },
    });
  }
  if (priorityClassName) {
    const metadata = { name: priorityClassName };
    objects.push({ apiVersion: 'scheduling.k8s.io/v1', kind: 'PriorityClass', metadata, value: 0 });
  }
  if (runtimeClassName) {
    const metadata = { name: runtimeClassName };
    objects.push({ apiVersion: 'node.k8s.io/v1', kind: 'RuntimeClass', metadata, handler: 'runc' });
  }
  return objects;
}
