import type { Chart } from 'cdk8s';
import { BlueGreen, type Color, ReplicaSetBlueGreen, SLOT_LABEL, StatefulBlueGreen } from '../../lib';
import type { Given, KubernetesObject } from '../../scripts/cluster/api-client';
import { eventually } from '../../scripts/cluster/eventually';
import { NOT_READY } from '../../scripts/cluster/fake-pods';
import { manifestsOf, testChart } from '../render';
import { applied } from './harness/applied';
import { onCluster, whereAllowed } from './harness/clusters';
import { type EndpointHistory, endpointHistory } from './harness/endpoint-history';
import { testNamespace } from './harness/namespace';
import { podsIn, readyPods } from './harness/pods';

const KINDS = { BlueGreen, ReplicaSetBlueGreen, StatefulBlueGreen } as const;

onCluster(['namespaces', 'pods'], cluster => {
  const { client } = cluster;
  const namespace = testNamespace(client, 'release');

  const release = (Kind: (typeof KINDS)[keyof typeof KINDS], name: string, live: Color, replicas = 3) => {
    const chart: Chart = testChart({ namespace });
    const slot = (tag: string) => ({
      replicas,
      container: { image: `registry.k8s.io/pause:${tag}`, ports: [{ name: 'http', number: 8080 }] },
    });
    new Kind(chart, name, {
      live,
      blue: slot('3.9'),
      green: slot('3.10'),
      ports: [{ name: 'http', number: 80, targetPort: 'http' }],
    });
    return manifestsOf(chart) as KubernetesObject[];
  };
  const applyAll = async (manifests: readonly KubernetesObject[]) => {
    for (const manifest of manifests) await applied(client, manifest);
  };
  const podsOfSlot = async (name: string, color: Color) => {
    const pods = await readyPods(client, namespace, `app.kubernetes.io/name=${name},${SLOT_LABEL}=${color}`);
    return pods.map(pod => pod.metadata.name);
  };
  /** The colours that got traffic, moment by moment, each with the number of pods. */
  const colours = (history: EndpointHistory, slots: Readonly<Record<Color, readonly string[]>>) =>
    history.moments().map(moment => {
      const count = (color: Color) => moment.filter(pod => slots[color].includes(pod)).length;
      return `${count('blue')} blue, ${count('green')} green, ${moment.length} in all`;
    });

  describe.each(Object.entries(KINDS))('%s', (kind, Kind) => {
    const name = kind.toLowerCase();
    let slots: Record<Color, string[]>;
    let live: EndpointHistory;
    let preview: EndpointHistory;
    beforeAll(async () => {
      await applyAll(release(Kind, name, 'blue'));
      slots = await eventually('both slots', async () => {
        const [blue, green] = [await podsOfSlot(name, 'blue'), await podsOfSlot(name, 'green')];
        return blue.length === 3 && green.length === 3 && { blue, green };
      });
      live = await endpointHistory(client, name, namespace);
      preview = await endpointHistory(client, `${name}-preview`, namespace);
      await eventually(
        'the endpoints',
        async () => latest(live).length === 3 && latest(preview).length === 3,
      );
    });
    afterAll(() => {
      live.stop();
      preview.stop();
    });

    test('a switch changes two selectors and nothing else', () => {
      expect(changedPaths(release(Kind, name, 'blue'), release(Kind, name, 'green'))).toEqual([
        `Service ${name}-preview: spec.selector.${SLOT_LABEL}`,
        `Service ${name}: spec.selector.${SLOT_LABEL}`,
      ]);
    });

    test('before, during and after switch and rollback one slot has the traffic, and all of it', async () => {
      const begin = live.moments().length - 1;
      await applyAll(release(Kind, name, 'green'));
      await eventually('the switch', async () => latest(live).join() === slots.green.join());
      await eventually('the preview', async () => latest(preview).join() === slots.blue.join());
      await applyAll(release(Kind, name, 'blue'));
      await eventually('the rollback', async () => latest(live).join() === slots.blue.join());
      expect(colours(live, slots).slice(begin)).toEqual([
        '3 blue, 0 green, 3 in all',
        '0 blue, 3 green, 3 in all',
        '3 blue, 0 green, 3 in all',
      ]);
    });

    test('no pod is touched by it', async () => {
      expect(await podsOfSlot(name, 'blue')).toEqual(slots.blue);
      expect(await podsOfSlot(name, 'green')).toEqual(slots.green);
    });
  });

  whereAllowed(cluster, ['fake-pods'], () => {
    test('with as many endpoints as a slice holds, too', async () => {
      const name = 'wide';
      await applyAll(release(BlueGreen, name, 'blue', 100));
      const slots = await eventually('both slots', async () => {
        const [blue, green] = [await podsOfSlot(name, 'blue'), await podsOfSlot(name, 'green')];
        return blue.length === 100 && green.length === 100 && { blue, green };
      });
      const live = await endpointHistory(client, name, namespace);
      try {
        await eventually('the endpoints', async () => latest(live).length === 100);
        const begin = live.moments().length - 1;
        await applyAll(release(BlueGreen, name, 'green', 100));
        await eventually('the switch', async () => latest(live).join() === slots.green.join());
        expect(colours(live, slots).slice(begin)).toEqual([
          '100 blue, 0 green, 100 in all',
          '0 blue, 100 green, 100 in all',
        ]);
      } finally {
        live.stop();
      }
    });

    test('a switch to a slot that is not ready leaves no pod that gets traffic: the slot must be ready first', async () => {
      const name = 'rash';
      const manifests = release(BlueGreen, name, 'blue');
      const held = manifests.map(manifest =>
        manifest.kind === 'Deployment' && manifest.metadata.name === `${name}-green`
          ? notReady(manifest)
          : manifest,
      );
      await applyAll(held);
      await eventually('the live slot', async () => (await podsOfSlot(name, 'blue')).length === 3);
      await eventually('the other slot', async () => {
        const pods = await client.list(
          podsIn(namespace),
          `app.kubernetes.io/name=${name},${SLOT_LABEL}=green`,
        );
        return pods.length === 3 && pods.every(pod => pod.status.phase === 'Running');
      });
      const live = await endpointHistory(client, name, namespace);
      try {
        await eventually('the endpoints', async () => latest(live).length === 3);
        await applyAll(release(BlueGreen, name, 'green').filter(({ kind }) => kind === 'Service'));
        await eventually('the switch', async () => latest(live).length === 0);
        expect(latest(live)).toEqual([]);
      } finally {
        live.stop();
      }
    });
  });
});

function latest(history: EndpointHistory): string[] {
  return history.moments().at(-1) ?? [];
}

function notReady(workload: KubernetesObject): KubernetesObject {
  const copy = structuredClone(workload) as Given;
  copy.spec.template.metadata.annotations = { [NOT_READY]: 'yes' };
  return copy;
}

/** Where two outputs differ: object and field. */
function changedPaths(before: readonly KubernetesObject[], after: readonly KubernetesObject[]): string[] {
  const byName = (objects: readonly KubernetesObject[]) =>
    new Map(objects.map(object => [`${object.kind} ${object.metadata.name}`, leaves(object)]));
  const old = byName(before);
  const now = byName(after);
  return [...new Set([...old.keys(), ...now.keys()])]
    .flatMap(name => {
      const [one, two] = [old.get(name) ?? {}, now.get(name) ?? {}];
      const paths = [...new Set([...Object.keys(one), ...Object.keys(two)])];
      return paths.filter(path => one[path] !== two[path]).map(path => `${name}: ${path}`);
    })
    .sort();
}

function leaves(value: unknown, path = ''): Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return { [path]: value };
  return Object.assign(
    {},
    ...Object.entries(value).map(([key, inner]) => leaves(inner, path === '' ? key : `${path}.${key}`)),
  );
}
