import { Chart, type ChartProps, Size } from 'cdk8s';
import { Probe, StatefulStack, Volume } from 'cdk8s-drydock';
import type { Construct } from 'constructs';

/**
 * Shows the profile `restricted`: an image registry that a namespace with that Pod Security level admits. The profile
 * adds what the level asks for; the read-only root is asked for here, and so is a place for what must be written.
 */
export class RestrictedProfileExample extends Chart {
  constructor(scope: Construct, id: string, props: ChartProps) {
    super(scope, id, props);
    const registry = new StatefulStack(this, 'registry', {
      replicas: 1,
      profile: 'restricted',
      automountServiceAccountToken: false,
      securityContext: { runAsUser: 1000, runAsGroup: 1000, fsGroup: 1000 },
      container: {
        image: 'registry:2.8.3',
        ports: [{ name: 'http', number: 5000 }],
        securityContext: { readOnlyRootFilesystem: true },
        readiness: Probe.http({ path: '/v2/', port: 'http' }),
      },
    });
    const images = registry.addClaim('images', { size: Size.gibibytes(100) });
    registry.container.mount('/var/lib/registry', images);
    registry.container.mount('/tmp', Volume.emptyDir({ name: 'tmp', sizeLimit: Size.gibibytes(1) }));
  }
}
