import { Chart, type ChartProps, Size } from 'cdk8s';
import { Probe, StatefulBlueGreen, type StatefulSlot } from 'cdk8s-drydock';
import type { Construct } from 'constructs';

/**
 * Shows a StatefulBlueGreen release: a search index that is built anew beside the one that answers. Each colour has
 * its own pods, its own names for them and its own disks; going back finds the old index as it was left.
 */
export class StatefulBlueGreenExample extends Chart {
  /** Where the new index is to be loaded: each server holds the whole of it. */
  readonly toLoad: readonly string[];

  constructor(scope: Construct, id: string, props: ChartProps) {
    super(scope, id, props);
    const index = (tag: string) => ({
      replicas: 2,
      securityContext: { fsGroup: 1000 },
      container: {
        image: `qdrant/qdrant:${tag}`,
        ports: [{ name: 'http', number: 6333 }],
        readiness: Probe.http({ path: '/readyz', port: 'http' }),
      },
    });
    const search = new StatefulBlueGreen(this, 'search', {
      live: 'blue',
      blue: index('v1.11.5'),
      green: index('v1.12.1'),
      ports: [{ name: 'http', number: 6333 }],
    });
    this.addDisk(search.slot('blue'));
    this.addDisk(search.slot('green'));
    this.toLoad = search.preview.pods.map(pod => pod.endpoint('http').qualified().url({ scheme: 'http' }));
  }

  private addDisk(slot: StatefulSlot): void {
    slot.container.mount('/qdrant/storage', slot.addClaim('data', { size: Size.gibibytes(30) }));
  }
}
