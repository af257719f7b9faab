import { Chart, type ChartProps } from 'cdk8s';
import {
  AzureDiskStorageClass,
  EbsStorageClass,
  GcePdStorageClass,
  LocalStorageClass,
  NfsStorageClass,
  ReclaimPolicy,
  StorageClass,
  VolumeBindingMode,
} from 'cdk8s-drydock';
import type { Construct } from 'constructs';

/** What the disks of every provider have in common here: they are made where their pod runs, and may grow. */
const GROWING = {
  bindingMode: VolumeBindingMode.WAIT_FOR_FIRST_CONSUMER,
  allowExpansion: true,
};

/** Shows a StorageClass of each preset, and one of a driver that has none. No cluster needs all of them. */
export class StorageClassExample extends Chart {
  constructor(scope: Construct, id: string, props: ChartProps) {
    super(scope, id, props);
    new EbsStorageClass(this, 'aws-ssd', {
      ...GROWING,
      type: 'gp3',
      iops: 6000,
      throughput: 250,
      encrypted: true,
      isDefaultClass: true,
    });
    new GcePdStorageClass(this, 'google-ssd', {
      ...GROWING,
      type: 'pd-ssd',
      replicationType: 'regional-pd',
      allowedTopologies: [{ 'topology.gke.io/zone': ['europe-west1-b', 'europe-west1-c'] }],
    });
    new AzureDiskStorageClass(this, 'azure-ssd', { ...GROWING, skuName: 'Premium_ZRS', cachingMode: 'None' });
    new NfsStorageClass(this, 'shared', {
      server: 'nfs.office.example',
      share: '/export/claims',
      mountOptions: ['nfsvers=4.1', 'hard'],
      reclaimPolicy: ReclaimPolicy.RETAIN,
    });
    new LocalStorageClass(this, 'local', { reclaimPolicy: ReclaimPolicy.RETAIN });
    new StorageClass(this, 'ceph', {
      ...GROWING,
      provisioner: 'rbd.csi.ceph.com',
      parameters: { clusterID: 'office', pool: 'kubernetes' },
    });
  }
}
