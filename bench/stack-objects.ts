import { App, Chart, Duration, Size } from 'cdk8s';
import { ClientPods, Probe, StatefulStack } from 'cdk8s-drydock';
import { Cpu } from 'cdk8s-plus-28';
import { asParsed, type Manifest } from './manifest';

/**
 * What so many stacks of our own constructs come to: of each a StatefulSet with a claim, its headless Service, a
 * Service for clients and a PodDisruptionBudget.
 */
export function stackObjects(count: number): Manifest[] {
  const chart = new Chart(new App(), 'shop', { namespace: 'shop' });
  for (let index = 0; index < count; index += 1) addStack(chart, `db-${index}`);
  return asParsed(chart.toJson());
}

function addStack(chart: Chart, name: string): void {
  const stack = new StatefulStack(chart, name, {
    replicas: 3,
    disruptionBudget: { maxUnavailable: 1 },
    container: {
      image: 'postgres:16.4',
      ports: [{ name: 'pg', number: 5432 }],
      env: { PGDATA: '/var/lib/postgresql/data/pgdata' },
      resources: {
        cpu: { request: Cpu.millis(500) },
        memory: { request: Size.gibibytes(1), limit: Size.gibibytes(2) },
      },
      readiness: Probe.tcp({ port: 'pg', period: Duration.seconds(5) }),
    },
  });
  const data = stack.addClaim('data', { size: Size.gibibytes(20) });
  stack.container.mount('/var/lib/postgresql/data', data);
  stack.addClientService('clients', { pods: ClientPods.all() });
}
