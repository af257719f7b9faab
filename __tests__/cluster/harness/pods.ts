import type { ApiClient, Given, KubernetesObject } from '../../../scripts/cluster/api-client';
import type { WatchEvent } from '../../../scripts/cluster/watch';

/** The pods of a namespace, as a kind that can be listed and watched. */
export function podsIn(namespace: string) {
  return { apiVersion: 'v1', kind: 'Pod', metadata: { namespace } };
}

/** A pod by name. */
export function podNamed(name: string, namespace: string): KubernetesObject {
  return { apiVersion: 'v1', kind: 'Pod', metadata: { name, namespace } };
}

/** Whether a pod is ready. */
export function isReady(pod: Given): boolean {
  return pod?.status?.conditions?.some((c: Given) => c.type === 'Ready' && c.status === 'True') ?? false;
}

/** The pods of a namespace that are ready and are not going, sorted by name. */
export async function readyPods(client: ApiClient, namespace: string, selector?: string): Promise<Given[]> {
  const pods = await client.list(podsIn(namespace), selector);
  return pods
    .filter(pod => isReady(pod) && pod.metadata.deletionTimestamp === undefined)
    .sort((a, b) => (a.metadata.name < b.metadata.name ? -1 : 1));
}

/** What pods came, got ready and went, in this order: `web-0 came`. */
export function lives(events: readonly WatchEvent[]): string[] {
  const ready = new Set<string>();
  const lines: string[] = [];
  for (const { type, object } of events) {
    const { name } = object.metadata;
    if (type === 'ADDED') lines.push(`${name} came`);
    if (isReady(object) && !ready.has(name)) {
      ready.add(name);
      lines.push(`${name} is ready`);
    }
    if (type === 'DELETED') {
      ready.delete(name);
      lines.push(`${name} went`);
    }
  }
  return lines;
}
