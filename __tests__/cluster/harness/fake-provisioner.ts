import { randomBytes } from 'node:crypto';
import type { ApiClient, KubernetesObject } from '../../../scripts/cluster/api-client';

/** The name that StorageClasses call the provisioner by. */
export const FAKE_PROVISIONER = 'fake.drydock.example';

const STEP_MS = 50;

/** A provisioner that makes volumes of nothing. It deletes those whose class says so, when they are released. */
export interface FakeProvisioner {
  readonly storageClass: KubernetesObject;
  /** Ends it, and removes its class. */
  stop(): Promise<void>;
}

/**
 * Starts a provisioner for a StorageClass of its own, which it makes. It does what a CSI provisioner does: it waits
 * until the claim is marked for it, and makes a volume for that claim alone.
 */
export async function startFakeProvisioner(
  client: ApiClient,
  fields: { reclaimPolicy: 'Delete' | 'Retain'; volumeBindingMode: 'Immediate' | 'WaitForFirstConsumer' },
): Promise<FakeProvisioner> {
  const name = `fake-${randomBytes(4).toString('hex')}`;
  const storageClass = {
    apiVersion: 'storage.k8s.io/v1',
    kind: 'StorageClass',
    metadata: { name },
    provisioner: FAKE_PROVISIONER,
    ...fields,
  };
  await client.apply(storageClass);
  let stopped = false;
  const loop = (async () => {
    while (!stopped) {
      await provision(client, name, fields.reclaimPolicy);
      await removeReleased(client, name);
      await new Promise(resolve => setTimeout(resolve, STEP_MS));
    }
  })();
  // What goes wrong is told when it is stopped; until then the tests wait in vain.
  loop.catch(() => undefined);
  return {
    storageClass,
    stop: async () => {
      stopped = true;
      await loop;
      await client.delete(storageClass);
    },
  };
}

async function provision(client: ApiClient, className: string, reclaimPolicy: string): Promise<void> {
  for (const claim of await client.list({ apiVersion: 'v1', kind: 'PersistentVolumeClaim' })) {
    const marked = claim.metadata.annotations?.['volume.kubernetes.io/storage-provisioner'];
    if (claim.spec.storageClassName !== className || claim.spec.volumeName || marked !== FAKE_PROVISIONER)
      continue;
    const { name, namespace, uid } = claim.metadata;
    await client.apply({
      apiVersion: 'v1',
      kind: 'PersistentVolume',
      metadata: {
        name: `pvc-${uid}`,
        annotations: { 'pv.kubernetes.io/provisioned-by': FAKE_PROVISIONER },
      },
      spec: {
        capacity: { storage: claim.spec.resources.requests.storage },
        accessModes: claim.spec.accessModes,
        volumeMode: claim.spec.volumeMode,
        storageClassName: className,
        persistentVolumeReclaimPolicy: reclaimPolicy,
        claimRef: { apiVersion: 'v1', kind: 'PersistentVolumeClaim', name, namespace, uid },
        csi: { driver: FAKE_PROVISIONER, volumeHandle: uid },
      },
    });
  }
}

async function removeReleased(client: ApiClient, className: string): Promise<void> {
  for (const volume of await client.list({ apiVersion: 'v1', kind: 'PersistentVolume' })) {
    const { storageClassName, persistentVolumeReclaimPolicy: policy } = volume.spec;
    if (storageClassName === className && policy === 'Delete' && volume.status.phase === 'Released') {
      await client.delete({ ...volume, apiVersion: 'v1', kind: 'PersistentVolume' });
    }
  }
}
