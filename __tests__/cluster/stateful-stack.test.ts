import { Size } from 'cdk8s';
import { ClaimClass, StatefulStack, type StatefulStackProps, StatefulUpdateStrategy } from '../../lib';
import type { KubernetesVersion } from '../../lib/kubernetes/kubernetes-version';
import type { Given } from '../../scripts/cluster/api-client';
import { eventually } from '../../scripts/cluster/eventually';
import { NOT_READY } from '../../scripts/cluster/fake-pods';
import { type Watch, watch } from '../../scripts/cluster/watch';
import { testChart } from '../render';
import { applyChart } from './harness/applied';
import { onCluster, type TestCluster, whereAllowed } from './harness/clusters';
import { type FakeProvisioner, startFakeProvisioner } from './harness/fake-provisioner';
import { testNamespace } from './harness/namespace';
import { isReady, lives, podNamed, podsIn, readyPods } from './harness/pods';

onCluster(['namespaces', 'pods'], cluster => {
  const { client } = cluster;
  const namespace = testNamespace(client, 'stateful');
  const stackOf = (name: string, props: Partial<StatefulStackProps> = {}, className?: string) =>
    applyStack(cluster, namespace, name, props, className);
  const readyOf = (stack: StatefulStack) => eventuallyReady(cluster, namespace, stack);

  describe('pods', () => {
    let pods: Watch;
    beforeAll(async () => {
      pods = await watch(client, podsIn(namespace));
    });
    afterAll(() => pods.stop());
    const livesOf = (name: string) => lives(pods.events).filter(line => line.startsWith(`${name}-`));

    /** The watch hears of things a little later than who asks. */
    const lived = async (name: string, expected: readonly string[]) => {
      await eventually('the last event', async () => livesOf(name).length >= expected.length).catch(
        () => undefined,
      );
      expect(livesOf(name)).toEqual(expected);
    };

    test('start in order, each when the one before is ready, with the names that were predicted', async () => {
      const stack = await stackOf('ordered', { replicas: 3 });
      const names = (await readyOf(stack)).map(pod => pod.metadata.name);
      expect(names).toEqual(stack.pods.map(pod => pod.name));
      await lived(
        'ordered',
        stack.pods.flatMap(({ name }) => [`${name} came`, `${name} is ready`]),
      );
    });

    test('stop in reverse order, and start again with the same names', async () => {
      await readyOf(await stackOf('scaled', { replicas: 3 }));
      await readyOf(await stackOf('scaled', { replicas: 1 }));
      await eventually('the end of two pods', async () => livesOf('scaled').length === 8);
      expect(livesOf('scaled').slice(6)).toEqual(['scaled-2 went', 'scaled-1 went']);
      const stack = await stackOf('scaled', { replicas: 2 });
      expect((await readyOf(stack)).map(pod => pod.metadata.name)).toEqual(['scaled-0', 'scaled-1']);
    });

    test('are counted from the first ordinal', async () => {
      const stack = await stackOf('counted', { replicas: 2, firstOrdinal: 5 });
      await readyOf(stack);
      expect(stack.pods.map(pod => pod.name)).toEqual(['counted-5', 'counted-6']);
      await lived('counted', [
        'counted-5 came',
        'counted-5 is ready',
        'counted-6 came',
        'counted-6 is ready',
      ]);
    });

    whereAllowed(cluster, ['fake-pods'], () => {
      test('wait for one that is not ready, unless they are managed in parallel', async () => {
        const held = { replicas: 2, podAnnotations: { [NOT_READY]: 'yes' } };
        await stackOf('waiting', held);
        await stackOf('parallel', { ...held, podManagement: 'Parallel' });
        await eventually('all parallel pods', async () => livesOf('parallel').length === 2);
        expect(livesOf('parallel').sort()).toEqual(['parallel-0 came', 'parallel-1 came']);

        const first = podNamed('waiting-0', namespace);
        await eventually('the first pod', async () => (await client.get(first))?.status.phase === 'Running');
        await client.patch(first, { metadata: { annotations: { [NOT_READY]: null } } });
        await eventually('the second pod', async () => livesOf('waiting').includes('waiting-1 came'));
        expect(livesOf('waiting')).toEqual(['waiting-0 came', 'waiting-0 is ready', 'waiting-1 came']);
      });
    });

    test('below the partition keep their template', async () => {
      const updateStrategy = StatefulUpdateStrategy.rollingUpdate({ partition: 2 });
      const stack = await stackOf('canary', { replicas: 3, updateStrategy });
      await readyOf(stack);
      await stackOf('canary', {
        replicas: 3,
        updateStrategy,
        container: { image: 'registry.k8s.io/pause:3.10' },
      });
      await eventually('the new pod', async () => {
        const pod = await client.get(podNamed('canary-2', namespace));
        return isReady(pod) && imageOf(pod).endsWith('3.10');
      });
      const images = (await readyOf(stack)).map(imageOf);
      expect(images).toEqual(['3.9', '3.9', '3.10'].map(tag => `registry.k8s.io/pause:${tag}`));
    });
  });

  whereAllowed(cluster, ['cluster-objects'], () => {
    describe('claims', () => {
      let disks: FakeProvisioner;
      beforeAll(async () => {
        disks = await startFakeProvisioner(client, {
          reclaimPolicy: 'Delete',
          volumeBindingMode: 'WaitForFirstConsumer',
        });
      });
      afterAll(() => disks.stop());

      const stackWithClaims = (name: string, props: Partial<StatefulStackProps>) =>
        stackOf(name, props, disks.storageClass.metadata.name);
      const claims = async (name: string) => {
        const listed = await client.list({
          apiVersion: 'v1',
          kind: 'PersistentVolumeClaim',
          metadata: { namespace },
        });
        return listed
          .filter(claim => claim.metadata.name.startsWith(`data-${name}-`))
          .sort((a, b) => (a.metadata.name < b.metadata.name ? -1 : 1));
      };
      const claimNames = async (name: string) => (await claims(name)).map(claim => claim.metadata.name);

      test('are one a pod, bound, and mounted by it', async () => {
        const stack = await stackWithClaims('db', { replicas: 3 });
        const pods = await readyOf(stack);
        expect(await claimNames('db')).toEqual(stack.pods.map(pod => `data-${pod.name}`));
        expect((await claims('db')).map(claim => claim.status.phase)).toEqual(['Bound', 'Bound', 'Bound']);
        expect(pods.map(claimOf)).toEqual(stack.pods.map(pod => `data-${pod.name}`));
      });

      test('outlive pods that are scaled away, and are found again', async () => {
        await readyOf(await stackWithClaims('kept', { replicas: 2 }));
        const before = (await claims('kept')).map(claim => claim.metadata.uid);
        await readyOf(await stackWithClaims('kept', { replicas: 1 }));
        await gone(cluster, podNamed('kept-1', namespace));
        await readyOf(await stackWithClaims('kept', { replicas: 2 }));
        expect((await claims('kept')).map(claim => claim.metadata.uid)).toEqual(before);
      });

      test('go with the pods that are scaled away, where the retention policy says so', async () => {
        const claimRetention = { whenScaled: 'Delete' } as const;
        await readyOf(await stackWithClaims('scarce', { replicas: 2, claimRetention }));
        await readyOf(await stackWithClaims('scarce', { replicas: 1, claimRetention }));
        await eventually('one claim', async () => (await claims('scarce')).length === 1);
        expect(await claimNames('scarce')).toEqual(['data-scarce-0']);
      });

      test('outlive the set, or go with it, as the retention policy says', async () => {
        const whenDeleted = async (name: string, policy?: 'Retain' | 'Delete') => {
          const claimRetention = policy && { whenDeleted: policy };
          await readyOf(await stackWithClaims(name, { replicas: 2, claimRetention }));
          await client.delete({ apiVersion: 'apps/v1', kind: 'StatefulSet', metadata: { name, namespace } });
        };
        await whenDeleted('passing', 'Delete');
        await whenDeleted('lasting');
        await eventually('no claim', async () => (await claims('passing')).length === 0);
        await gone(cluster, podNamed('lasting-1', namespace));
        expect(await claimNames('lasting')).toEqual(['data-lasting-0', 'data-lasting-1']);
      });
    });
  });
});

async function applyStack(
  { access, client }: TestCluster,
  namespace: string,
  name: string,
  props: Partial<StatefulStackProps>,
  className?: string,
): Promise<StatefulStack> {
  const chart = testChart({ namespace, context: { kubernetesVersion: access.minor as KubernetesVersion } });
  const stack = new StatefulStack(chart, name, {
    container: { image: 'registry.k8s.io/pause:3.9' },
    ...props,
  });
  if (className !== undefined) {
    const storageClass = ClaimClass.named(className);
    stack.container.mount('/data', stack.addClaim('data', { size: Size.gibibytes(1), storageClass }));
  }
  await applyChart(client, chart);
  return stack;
}

/** The pods of a stack, when all are ready and there are no more. */
function eventuallyReady({ client }: TestCluster, namespace: string, stack: StatefulStack): Promise<Given[]> {
  return eventually(`the pods of ${stack.name}`, async () => {
    const selector = `app.kubernetes.io/name=${stack.name}`;
    const all = await client.list(podsIn(namespace), selector);
    const ready = await readyPods(client, namespace, selector);
    return all.length === stack.pods.length && ready.length === all.length && ready;
  });
}

async function gone({ client }: TestCluster, object: Parameters<typeof client.get>[0]): Promise<void> {
  await eventually(
    `the end of ${object.metadata.name}`,
    async () => (await client.get(object)) === undefined,
  );
}

function imageOf(pod: Given): string {
  return pod.spec.containers[0].image;
}

function claimOf(pod: Given): string | undefined {
  return pod.spec.volumes.find((volume: Given) => volume.persistentVolumeClaim)?.persistentVolumeClaim
    .claimName;
}
