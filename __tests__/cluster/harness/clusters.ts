import { ApiClient } from '../../../scripts/cluster/api-client';
import type { Ability, ClusterAccess } from '../../../scripts/cluster/cluster-access';

/** A cluster, and a client for it. */
export interface TestCluster {
  readonly access: ClusterAccess;
  readonly client: ApiClient;
}

/**
 * Describes tests on the cluster that this run is for. One that does not allow what they need is named as skipped;
 * that happens with somebody else's cluster alone.
 */
export function onCluster(needs: readonly Ability[], tests: (cluster: TestCluster) => void): void {
  const { cluster: access } = globalThis as unknown as { readonly cluster: ClusterAccess };
  const cluster = { access, client: new ApiClient(access) };
  describe(`Kubernetes ${access.minor}`, () => whereAllowed(cluster, needs, () => tests(cluster)));
}

/** Describes tests where the cluster allows what they need. */
export function whereAllowed({ access }: TestCluster, needs: readonly Ability[], tests: () => void): void {
  const lacking = needs.filter(need => !access.abilities.includes(need));
  if (lacking.length === 0) tests();
  else test.skip(`some need what the cluster does not allow: ${lacking.join(', ')}`, () => undefined);
}
