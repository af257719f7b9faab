import type { ApiClient, Given } from '../../../scripts/cluster/api-client';
import { type Watch, watch } from '../../../scripts/cluster/watch';

/** What the EndpointSlices of a Service said, moment by moment. */
export interface EndpointHistory {
  /** Names of the ready pods, at each moment since the watch began at which they changed; sorted. */
  moments(): string[][];
  stop(): void;
}

/** Watches the EndpointSlices of a Service, from what they are now on. */
export async function endpointHistory(
  client: ApiClient,
  service: string,
  namespace: string,
): Promise<EndpointHistory> {
  const slices = { apiVersion: 'discovery.k8s.io/v1', kind: 'EndpointSlice', metadata: { namespace } };
  const selector = `kubernetes.io/service-name=${service}`;
  const start = new Map<string, string[]>();
  for (const slice of await client.list(slices, selector)) start.set(slice.metadata.name, readyPodsOf(slice));
  const changes: Watch = await watch(client, slices, selector);
  return {
    moments: () => {
      const current = new Map(start);
      const found = [together(current)];
      for (const { type, object } of changes.events) {
        if (type === 'DELETED') current.delete(object.metadata.name);
        else current.set(object.metadata.name, readyPodsOf(object));
        const now = together(current);
        if (now.join() !== found.at(-1)?.join()) found.push(now);
      }
      return found;
    },
    stop: () => changes.stop(),
  };
}

function readyPodsOf(slice: Given): string[] {
  return (slice.endpoints ?? [])
    .filter(({ conditions }: Given) => conditions?.ready !== false)
    .map(({ targetRef }: Given) => targetRef?.name);
}

/** A pod may have an address of each family, and so be in two slices. */
function together(slices: ReadonlyMap<string, readonly string[]>): string[] {
  return [...new Set([...slices.values()].flat())].sort();
}
