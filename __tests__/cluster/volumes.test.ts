import { Size } from 'cdk8s';
import {
  ClaimClass,
  PersistentVolume,
  type PersistentVolumeProps,
  ReclaimPolicy,
  VolumeClaim,
  VolumeSource,
} from '../../lib';
import type { ApiClient, KubernetesObject } from '../../scripts/cluster/api-client';
import { eventually } from '../../scripts/cluster/eventually';
import { testChart } from '../render';
import { applied, applyChart } from './harness/applied';
import { onCluster } from './harness/clusters';
import { type FakeProvisioner, startFakeProvisioner } from './harness/fake-provisioner';
import { testNamespace } from './harness/namespace';

onCluster(['namespaces', 'cluster-objects'], ({ client }) => {
  const namespace = testNamespace(client, 'volumes');
  const size = Size.gibibytes(1);
  const claimNamed = (name: string) => ({
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name, namespace },
  });
  const volumeNamed = (name: string) => ({ apiVersion: 'v1', kind: 'PersistentVolume', metadata: { name } });

  describe('a static volume', () => {
    const volumes: string[] = [];
    /** A volume, and a claim that says that it wants it. The volume is kept for the claim where it is reserved. */
    const applyPair = async (id: string, props: Partial<PersistentVolumeProps> = {}, reserved = true) => {
      const chart = testChart({ namespace });
      const name = `${namespace}-${id}`;
      volumes.push(name);
      const source = VolumeSource.hostPath({ path: '/data' });
      const volume = new PersistentVolume(chart, name, { size, source, ...props });
      const claim = new VolumeClaim(chart, id, { size, volume });
      if (reserved) volume.reserveFor(claim);
      await applyChart(client, chart);
      return { volume: volumeNamed(name), claim: claimNamed(claim.name) };
    };
    afterAll(() => Promise.all(volumes.map(name => client.delete(volumeNamed(name)))));

    test('that is reserved for a claim is bound to it', async () => {
      const { volume, claim } = await applyPair('reserved');
      await inPhase(client, claim, 'Bound');
      await inPhase(client, volume, 'Bound');
      expect((await client.get(volume)).spec.claimRef).toMatchObject({ name: 'reserved', namespace });
    });

    test('that a claim names is bound to it', async () => {
      const { volume, claim } = await applyPair('named', {}, false);
      await inPhase(client, claim, 'Bound');
      expect((await client.get(volume)).spec.claimRef).toMatchObject({ name: 'named', namespace });
    });

    test('is available without a claim', async () => {
      const name = `${namespace}-lonely`;
      volumes.push(name);
      const chart = testChart({ namespace });
      new PersistentVolume(chart, name, { size, source: VolumeSource.hostPath({ path: '/data' }) });
      await applyChart(client, chart);
      await inPhase(client, volumeNamed(name), 'Available');
    });

    test('that is retained is released with its claim, and is bound to no claim after it', async () => {
      const { volume, claim } = await applyPair('retained', { reclaimPolicy: ReclaimPolicy.RETAIN }, false);
      await inPhase(client, claim, 'Bound');
      await client.delete(claim);
      await inPhase(client, volume, 'Released');

      const next = new VolumeClaim(testChart({ namespace }), 'next', {
        size,
        storageClass: ClaimClass.static(),
        volume: { persistentVolumeName: volume.metadata.name },
      });
      await applyChart(client, next.node.scope as ReturnType<typeof testChart>);
      // Somebody who comes later gets a volume: the controller has looked at the claim before.
      const later = await applyPair('later');
      await inPhase(client, later.claim, 'Bound');
      expect((await client.get(claimNamed('next'))).status.phase).toBe('Pending');
      expect((await client.get(volume)).status.phase).toBe('Released');
    });
  });

  describe.each(['Delete', 'Retain'] as const)(
    'a volume of a class with reclaim policy %s',
    reclaimPolicy => {
      let disks: FakeProvisioner;
      beforeAll(async () => {
        disks = await startFakeProvisioner(client, { reclaimPolicy, volumeBindingMode: 'Immediate' });
      });
      afterAll(() => disks.stop());

      test(`is made for the claim, and ${reclaimPolicy === 'Delete' ? 'goes with' : 'outlives'} it`, async () => {
        const chart = testChart({ namespace });
        const name = `made-${reclaimPolicy.toLowerCase()}`;
        new VolumeClaim(chart, name, {
          size,
          storageClass: ClaimClass.named(disks.storageClass.metadata.name),
        });
        await applyChart(client, chart);
        const claim = claimNamed(name);
        await inPhase(client, claim, 'Bound');
        const volume = volumeNamed((await client.get(claim)).spec.volumeName);
        expect((await client.get(volume)).status.phase).toBe('Bound');

        await client.delete(claim);
        if (reclaimPolicy === 'Retain') {
          await inPhase(client, volume, 'Released');
          await client.delete(volume);
        } else {
          await eventually('the end of the volume', async () => (await client.get(volume)) === undefined);
        }
      });
    },
  );

  test('a claim that a pod uses stays until the pod is gone', async () => {
    const chart = testChart({ namespace });
    const name = `${namespace}-used`;
    const volume = new PersistentVolume(chart, name, {
      size,
      source: VolumeSource.hostPath({ path: '/data' }),
    });
    const claim = new VolumeClaim(chart, 'used', { size, volume });
    volume.reserveFor(claim);
    await applyChart(client, chart);
    const pod = podWith(claim.name, namespace);
    await applied(client, pod);
    await inPhase(client, pod, 'Running');

    await client.delete(claimNamed('used'));
    expect((await client.get(claimNamed('used'))).metadata.deletionTimestamp).toBeDefined();
    await client.delete(pod);
    await eventually(
      'the end of the claim',
      async () => (await client.get(claimNamed('used'))) === undefined,
    );
    await client.delete(volumeNamed(name));
  });
});

function podWith(claimName: string, namespace: string): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'user', namespace },
    spec: {
      containers: [
        {
          name: 'user',
          image: 'registry.k8s.io/pause:3.9',
          volumeMounts: [{ name: 'data', mountPath: '/data' }],
        },
      ],
      volumes: [{ name: 'data', persistentVolumeClaim: { claimName } }],
    },
  };
}

async function inPhase(client: ApiClient, object: KubernetesObject, phase: string): Promise<void> {
  await eventually(`phase ${phase} of ${object.kind} ${object.metadata.name}`, async () => {
    return (await client.get(object))?.status?.phase === phase;
  });
}
