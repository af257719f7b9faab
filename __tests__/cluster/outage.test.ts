import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Chart } from 'cdk8s';
import { BlueGreen, ExternalNameProxy, ManualEndpoints, StatefulStack } from '../../lib';
import type { KubernetesObject } from '../../scripts/cluster/api-client';
import { eventually } from '../../scripts/cluster/eventually';
import { probe } from '../../scripts/cluster/probe';
import { manifestsOf, testChart } from '../render';
import { applied } from './harness/applied';
import { onCluster } from './harness/clusters';
import { testNamespace } from './harness/namespace';
import { isReady, podsIn } from './harness/pods';

/** They start at once again when they are killed; when they lose their server, they wait longer each time. */
const CONTROLLERS = ['kube-controller-manager', 'kube-scheduler', 'kwok'];

onCluster(['namespaces', 'fake-pods', 'processes'], ({ access, client }) => {
  const namespace = testNamespace(client, 'outage');
  const manifests = manifestsOf(releaseIn(namespace)) as KubernetesObject[];

  const pidOf = (name: string) => Number(readFileSync(join(access.folder as string, `${name}.pid`), 'utf8'));
  const ready = () => probe(`${access.server}/readyz`);
  const applyOnce = async (manifest: KubernetesObject) => {
    try {
      await applied(client, manifest);
      return 'applied';
    } catch (error) {
      return (error as NodeJS.ErrnoException).code ?? (error as Error).message;
    }
  };

  test.each([
    { dead: ['kube-apiserver'], when: 'before a request' },
    { dead: [...CONTROLLERS, 'etcd', 'kube-apiserver'], when: 'with requests on the way' },
    { dead: ['kube-apiserver'], when: 'with requests on the way' },
  ])('$dead die $when: applied again, all is there', async ({ dead, when }) => {
    const middle = Math.floor(manifests.length / 2);
    for (const manifest of manifests.slice(0, middle)) await applied(client, manifest);
    const before = pidOf('kube-apiserver');
    const kill = () => {
      for (const name of dead) process.kill(pidOf(name), 'SIGKILL');
    };
    if (when === 'before a request') {
      kill();
      // Who applies is told that it is lost.
      expect(await applyOnce(manifests[middle] as KubernetesObject)).not.toBe('applied');
    } else {
      const sent = manifests.slice(middle).map(applyOnce);
      await Promise.race(sent);
      kill();
      await Promise.all(sent);
    }
    await eventually('another API server', async () => pidOf('kube-apiserver') !== before && ready());
    for (const manifest of manifests) await applied(client, manifest);

    const expected = [
      ...[0, 1, 2].map(ordinal => `cache-${ordinal}`),
      ...Array(2).fill('web-blue'),
      ...Array(2).fill('web-green'),
    ];
    await eventually('every pod, and no other', async () => {
      const pods = await client.list(podsIn(namespace));
      const names = pods.map(pod => pod.metadata.name.replace(/^(web-\w+)-.*/, '$1')).sort();
      return names.join() === expected.join() && pods.every(isReady);
    });
    const generations = await generationsOf();
    for (const manifest of manifests) await applied(client, manifest);
    expect(await generationsOf()).toEqual(generations);
    for (const manifest of manifests) await client.delete(manifest);
    await eventually('the end of all pods', async () => (await client.list(podsIn(namespace))).length === 0);
  });

  /** How often the wish of each object was changed. */
  async function generationsOf(): Promise<string[]> {
    const stored = await Promise.all(manifests.map(manifest => client.get(manifest)));
    return stored.map(({ kind, metadata }) => `${kind} ${metadata.name} ${metadata.generation}`);
  }
});

function releaseIn(namespace: string): Chart {
  const chart = testChart({ namespace });
  const slot = (tag: string) => ({
    replicas: 2,
    container: { image: `registry.k8s.io/pause:${tag}`, ports: [{ name: 'http', number: 8080 }] },
  });
  new StatefulStack(chart, 'cache', {
    replicas: 3,
    disruptionBudget: { maxUnavailable: 1 },
    container: { image: 'registry.k8s.io/pause:3.9', ports: [{ name: 'redis', number: 6379 }] },
  });
  new BlueGreen(chart, 'web', {
    live: 'blue',
    blue: slot('3.9'),
    green: slot('3.10'),
    ports: [{ name: 'http', number: 80, targetPort: 'http' }],
  });
  new ExternalNameProxy(chart, 'payments', { host: 'api.pay.example', port: 443 });
  new ManualEndpoints(chart, 'oracle', { addresses: ['10.20.0.11'], ports: [{ number: 1521 }] });
  return chart;
}
