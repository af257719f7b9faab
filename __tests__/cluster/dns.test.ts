import type { Chart } from 'cdk8s';
import {
  ClientPods,
  ExternalNameProxy,
  HeadlessEndpoints,
  HeadlessService,
  ManualEndpoints,
  StatefulBlueGreen,
  StatefulStack,
  type StatefulStackProps,
} from '../../lib';
import type { Given } from '../../scripts/cluster/api-client';
import { eventually } from '../../scripts/cluster/eventually';
import { NOT_READY } from '../../scripts/cluster/fake-pods';
import { testChart } from '../render';
import { applied, applyChart } from './harness/applied';
import { ClusterDns } from './harness/cluster-dns';
import { onCluster } from './harness/clusters';
import { endpointHistory } from './harness/endpoint-history';
import { testNamespace } from './harness/namespace';
import { isReady, podNamed, podsIn, readyPods } from './harness/pods';

onCluster(['namespaces', 'fake-pods', 'dns'], ({ access, client }) => {
  const dns = new ClusterDns(access);
  const namespace = testNamespace(client, 'dns');
  const suffix = `${namespace}.svc.cluster.local`;

  /** Asks until the answer is this: DNS hears of a change a little later. */
  const answers = async (ask: () => Promise<string[]>, expected: readonly string[]) => {
    let last: string[] = [];
    await eventually('the answer', async () => {
      last = await ask();
      return JSON.stringify(last) === JSON.stringify([...expected].sort());
    }).catch(() => undefined);
    expect(last).toEqual([...expected].sort());
  };
  const apply = async <T>(build: (chart: Chart) => T): Promise<T> => {
    const chart = testChart({ namespace });
    const built = build(chart);
    await applyChart(client, chart);
    return built;
  };
  const podsOf = (stack: StatefulStack) =>
    eventually(`the pods of ${stack.name}`, async () => {
      const pods = await readyPods(client, namespace, `app.kubernetes.io/name=${stack.name}`);
      return pods.length === stack.pods.length && pods;
    });
  const ipsOf = (pods: Given[], family: 4 | 6) =>
    pods.map(pod => pod.status.podIPs.map(({ ip }: Given) => ip)[family === 4 ? 0 : 1]);

  describe('a stateful stack', () => {
    let stack: StatefulStack;
    let pods: Given[];
    beforeAll(async () => {
      stack = await apply(chart => {
        const db = new StatefulStack(chart, 'postgres', {
          replicas: 3,
          container: {
            image: 'registry.k8s.io/pause:3.9',
            ports: [
              { name: 'pg', number: 5432 },
              { name: 'metrics', number: 9187 },
            ],
          },
        });
        new HeadlessService(chart, 'postgres-dual', { pods: db, ipFamilyPolicy: 'RequireDualStack' });
        return db;
      });
      pods = await podsOf(stack);
    });

    test('its headless Service has the addresses of all pods', async () => {
      await answers(() => dns.a(`postgres.${suffix}`), ipsOf(pods, 4));
      expect(stack.endpoint('pg').qualified().host).toBe(`postgres.${suffix}`);
    });

    test('each pod has the name that was predicted', async () => {
      for (const [index, pod] of stack.pods.entries()) {
        await answers(() => dns.a(pod.fqdn), ipsOf([pods[index]], 4));
      }
    });

    test('each endpoint of a pod is a name that is found', async () => {
      for (const [index, pod] of stack.pods.entries()) {
        const { host } = pod.endpoint('pg').qualified();
        await answers(() => dns.a(host), ipsOf([pods[index]], 4));
      }
    });

    test('each named port has a record with all pods', async () => {
      const targets = (port: number) => stack.pods.map(pod => `${pod.fqdn}:${port}`);
      await answers(() => dns.srv(`_pg._tcp.postgres.${suffix}`), targets(5432));
      await answers(() => dns.srv(`_metrics._tcp.postgres.${suffix}`), targets(9187));
    });

    test('a headless Service of both families has addresses of both', async () => {
      await answers(() => dns.a(`postgres-dual.${suffix}`), ipsOf(pods, 4));
      await answers(() => dns.aaaa(`postgres-dual.${suffix}`), ipsOf(pods, 6));
    });

    test('a pod beyond the replicas has no name', async () => {
      expect(await dns.a(`postgres-3.postgres.${suffix}`)).toEqual([]);
    });

    test('the seed list names pods that are found', async () => {
      const hosts = stack.seedList({ port: 'pg', qualified: true }).split(',');
      for (const [index, address] of hosts.entries()) {
        await answers(() => dns.a(address.replace(/:\d+$/, '')), ipsOf([pods[index]], 4));
      }
    });
  });

  test('the pods of each slot of a stateful release have the names that were predicted', async () => {
    const slot = {
      replicas: 2,
      container: { image: 'registry.k8s.io/pause:3.9', ports: [{ name: 'pg', number: 5432 }] },
    };
    const ports = [{ name: 'pg', number: 5432 }];
    const release = await apply(
      chart => new StatefulBlueGreen(chart, 'search', { live: 'blue', blue: slot, green: slot, ports }),
    );
    const pods = [...release.live.pods, ...release.preview.pods];
    expect(pods.map(pod => pod.name)).toEqual([
      'search-blue-0',
      'search-blue-1',
      'search-green-0',
      'search-green-1',
    ]);
    for (const { name, fqdn } of pods) {
      const pod = await eventually(name, async () => {
        const found = await client.get(podNamed(name, namespace));
        return isReady(found) && found;
      });
      await answers(() => dns.a(fqdn), ipsOf([pod], 4));
    }
  });

  test('a client Service of one replica leads to this pod alone', async () => {
    const stack = await apply(chart => {
      const queue = new StatefulStack(chart, 'queue', {
        replicas: 2,
        container: { image: 'registry.k8s.io/pause:3.9', ports: [{ name: 'amqp', number: 5672 }] },
      });
      queue.addClientService('first', { pods: ClientPods.replica(0) });
      return queue;
    });
    await podsOf(stack);
    const first = await endpointHistory(client, 'queue-first', namespace);
    await eventually('the endpoint', async () => first.moments().at(-1)?.join() === 'queue-0');
    first.stop();
    const service = await client.get({
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'queue-first', namespace },
    });
    await answers(() => dns.a(`queue-first.${suffix}`), [service.spec.clusterIP]);
  });

  describe('hosts outside', () => {
    test('a proxy of a host name is an alias of it', async () => {
      await apply(chart => new ExternalNameProxy(chart, 'payments', { host: 'api.pay.example', port: 443 }));
      await answers(() => dns.cname(`payments.${suffix}`), ['api.pay.example']);
    });

    test('manual endpoints have an address of the cluster, and lead to theirs', async () => {
      const addresses = ['10.20.0.11', '10.20.0.12'];
      await apply(chart => new ManualEndpoints(chart, 'oracle', { addresses, ports: [{ number: 1521 }] }));
      const service = await client.get({
        apiVersion: 'v1',
        kind: 'Service',
        metadata: { name: 'oracle', namespace },
      });
      await answers(() => dns.a(`oracle.${suffix}`), [service.spec.clusterIP]);
      const slices = await client.list(
        { apiVersion: 'discovery.k8s.io/v1', kind: 'EndpointSlice', metadata: { namespace } },
        'kubernetes.io/service-name=oracle',
      );
      const led = slices.flatMap(slice => slice.endpoints.flatMap((endpoint: Given) => endpoint.addresses));
      expect(led.sort()).toEqual(addresses);
    });

    test('a proxy of addresses has an address of the cluster', async () => {
      await apply(chart => new ExternalNameProxy(chart, 'ledger', { addresses: ['10.20.0.21'], port: 1521 }));
      const service = await client.get({
        apiVersion: 'v1',
        kind: 'Service',
        metadata: { name: 'ledger', namespace },
      });
      await answers(() => dns.a(`ledger.${suffix}`), [service.spec.clusterIP]);
    });

    test('headless endpoints have the addresses themselves, and the names that were given', async () => {
      const peers = await apply(
        chart =>
          new HeadlessEndpoints(chart, 'peers', {
            addresses: [
              { address: '10.20.0.31', hostname: 'one' },
              { address: '10.20.0.32', hostname: 'two' },
              'fd00:20::33',
            ],
            ports: [{ name: 'peer', number: 2380 }],
          }),
      );
      await answers(() => dns.a(peers.fqdn), ['10.20.0.31', '10.20.0.32']);
      await answers(() => dns.aaaa(peers.fqdn), ['fd00:20::33']);
      await answers(() => dns.a(peers.hostFqdn('one')), ['10.20.0.31']);
      await answers(() => dns.a(peers.hostFqdn('two')), ['10.20.0.32']);
    });
  });

  describe('pods that are not ready', () => {
    const held = (chart: Chart, name: string, props: Partial<StatefulStackProps> = {}) =>
      new StatefulStack(chart, name, {
        container: { image: 'registry.k8s.io/pause:3.9', ports: [{ name: 'pg', number: 5432 }] },
        podAnnotations: { [NOT_READY]: 'yes' },
        ...props,
      });
    const running = (name: string) =>
      eventually(`pod ${name}`, async () => {
        const pod = await client.get(podNamed(name, namespace));
        return pod?.status.phase === 'Running' && pod;
      });

    test('have no name, until they are ready', async () => {
      const [pod] = (await apply(chart => held(chart, 'shy'))).pods;
      if (!pod) throw new Error('the stack has no pod');
      const [published] = (
        await apply(chart => held(chart, 'open', { governingService: { publishNotReadyAddresses: true } }))
      ).pods;
      if (!published) throw new Error('the stack has no pod');
      const { status } = await running('open-0');
      await running('shy-0');
      // The one whose addresses are published is found: DNS has heard of both by then.
      await answers(() => dns.a(published.fqdn), [status.podIP]);
      await answers(() => dns.a(`open.${suffix}`), [status.podIP]);
      expect(await dns.a(pod.fqdn)).toEqual([]);
      expect(await dns.a(`shy.${suffix}`)).toEqual([]);

      await client.patch(podNamed('shy-0', namespace), { metadata: { annotations: { [NOT_READY]: null } } });
      const { status: ready } = await client.get(podNamed('shy-0', namespace));
      await answers(() => dns.a(pod.fqdn), [ready.podIP]);
    });
  });

  test('a pod with hostname and subdomain has the name that the headless Service predicts', async () => {
    const peers = await apply(chart => new HeadlessService(chart, 'members', { pods: { app: 'member' } }));
    await applied(client, {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'some-pod', namespace, labels: { app: 'member' } },
      spec: {
        hostname: 'first',
        subdomain: 'members',
        containers: [{ name: 'member', image: 'registry.k8s.io/pause:3.9' }],
      },
    });
    const [pod] = await eventually('the pod', async () => {
      const pods = await readyPods(client, namespace, 'app=member');
      return pods.length === 1 && pods;
    });
    await answers(() => dns.a(peers.podFqdn('first')), ipsOf([pod], 4));
    await answers(() => dns.a(`some-pod.members.${suffix}`), []);
    expect(await client.list(podsIn(namespace), 'app=member')).toHaveLength(1);
  });
});
