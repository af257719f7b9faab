import { ApiObject, Chart, type ChartProps, JsonPatch } from 'cdk8s';
import { ClientPods, Probe, StatefulStack } from 'cdk8s-drydock';
import type { Construct } from 'constructs';

/**
 * Shows the way around props: a patch of the object as it is emitted, with the paths of the Kubernetes API. One that
 * changes nothing, or writes a field that the cluster's version does not have, fails the synthesis.
 */
export class EscapeHatchExample extends Chart {
  constructor(scope: Construct, id: string, props: ChartProps) {
    super(scope, id, props);
    const game = new StatefulStack(this, 'game', {
      replicas: 2,
      container: {
        image: 'shop/game:0.9.2',
        ports: [{ name: 'ws', number: 9000 }],
        readiness: Probe.tcp({ port: 'ws' }),
      },
    });
    ApiObject.of(game).addJsonPatch(
      JsonPatch.add('/metadata/annotations', { 'example.com/on-call': 'games' }),
    );

    const players = game.addClientService('players', { pods: ClientPods.all() });
    ApiObject.of(players).addJsonPatch(
      JsonPatch.add('/spec/sessionAffinity', 'ClientIP'),
      JsonPatch.add('/spec/sessionAffinityConfig', { clientIP: { timeoutSeconds: 600 } }),
    );
  }
}
