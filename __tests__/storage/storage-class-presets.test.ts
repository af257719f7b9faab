import type { Construct } from 'constructs';
import { AzureDiskStorageClass } from '../../lib/storage/azure-disk-storage-class';
import { EbsStorageClass, type EbsStorageClassProps } from '../../lib/storage/ebs-storage-class';
import { GcePdStorageClass } from '../../lib/storage/gce-pd-storage-class';
import { LocalStorageClass } from '../../lib/storage/local-storage-class';
import { NfsStorageClass } from '../../lib/storage/nfs-storage-class';
import { manifestOf, testChart } from '../render';

function rendered(make: (scope: Construct) => unknown) {
  const chart = testChart();
  make(chart);
  const { apiVersion: _, kind: __, ...manifest } = manifestOf(chart, 'StorageClass');
  return manifest;
}

test.each<[string, string, (scope: Construct) => unknown]>([
  ['EBS', 'ebs.csi.aws.com', scope => new EbsStorageClass(scope, 'c')],
  ['GCE PD', 'pd.csi.storage.gke.io', scope => new GcePdStorageClass(scope, 'c')],
  ['Azure Disk', 'disk.csi.azure.com', scope => new AzureDiskStorageClass(scope, 'c')],
])('a minimal class of %s is its provisioner', (_, provisioner, make) => {
  expect(rendered(make)).toEqual({ metadata: { name: 'c' }, provisioner });
});

test('EBS: every parameter by the name that the driver reads', () => {
  const { parameters } = rendered(
    scope =>
      new EbsStorageClass(scope, 'c', {
        type: 'gp3',
        iops: 4000,
        throughput: 250,
        encrypted: true,
        kmsKeyId: 'arn:aws:kms:eu-1:1:key/k',
        fsType: 'xfs',
        parameters: { tagSpecification_1: 'team=data' },
      }),
  );
  expect(parameters).toEqual({
    type: 'gp3',
    iops: '4000',
    throughput: '250',
    encrypted: 'true',
    kmsKeyId: 'arn:aws:kms:eu-1:1:key/k',
    'csi.storage.k8s.io/fstype': 'xfs',
    tagSpecification_1: 'team=data',
  });
});

test.each<[EbsStorageClassProps, RegExp]>([
  [{ type: 'io1', iops: 100, iopsPerGb: 10 }, /iopsPerGb is given beside iops/],
  [{ type: 'gp2', iops: 100 }, /iops is nothing that gp2 has/],
  [{ type: 'st1', iopsPerGb: 5 }, /iopsPerGb is nothing that st1 has/],
  [{ type: 'io2', throughput: 250 }, /throughput is nothing that io2 has/],
])('EBS: %p is refused', (props, message) => {
  expect(() => rendered(scope => new EbsStorageClass(scope, 'c', props))).toThrow(message);
});

test('EBS: operations for each GiB', () => {
  const make = (scope: Construct) => new EbsStorageClass(scope, 'c', { type: 'io2', iopsPerGb: 50 });
  expect(rendered(make).parameters).toEqual({ type: 'io2', iopsPerGB: '50' });
});

test('GCE PD: every parameter by the name that the driver reads', () => {
  const { parameters } = rendered(
    scope =>
      new GcePdStorageClass(scope, 'c', {
        type: 'hyperdisk-balanced',
        replicationType: 'regional-pd',
        diskEncryptionKmsKey: 'projects/p/locations/l/keyRings/r/cryptoKeys/k',
        provisionedIopsOnCreate: 5000,
        provisionedThroughputOnCreate: 300,
        diskLabels: { team: 'data', tier: 'one' },
        fsType: 'ext4',
      }),
  );
  expect(parameters).toEqual({
    type: 'hyperdisk-balanced',
    'replication-type': 'regional-pd',
    'disk-encryption-kms-key': 'projects/p/locations/l/keyRings/r/cryptoKeys/k',
    'provisioned-iops-on-create': '5000',
    'provisioned-throughput-on-create': '300Mi',
    labels: 'team=data,tier=one',
    'csi.storage.k8s.io/fstype': 'ext4',
  });
});

test('Azure Disk: every parameter by the name that the driver reads', () => {
  const { parameters } = rendered(
    scope =>
      new AzureDiskStorageClass(scope, 'c', {
        skuName: 'UltraSSD_LRS',
        cachingMode: 'None',
        fsType: 'xfs',
        resourceGroup: 'disks',
        location: 'westeurope',
        diskIopsReadWrite: 2000,
        diskMbpsReadWrite: 320,
        diskEncryptionSetId: '/subscriptions/s',
        enableBursting: false,
        networkAccessPolicy: 'DenyAll',
        tags: { team: 'data' },
      }),
  );
  expect(parameters).toEqual({
    skuName: 'UltraSSD_LRS',
    cachingMode: 'None',
    fsType: 'xfs',
    resourceGroup: 'disks',
    location: 'westeurope',
    DiskIOPSReadWrite: '2000',
    DiskMBpsReadWrite: '320',
    diskEncryptionSetID: '/subscriptions/s',
    enableBursting: 'false',
    networkAccessPolicy: 'DenyAll',
    tags: 'team=data',
  });
});

test('NFS: server and share, and what a folder is like', () => {
  const make = (scope: Construct) =>
    new NfsStorageClass(scope, 'c', {
      server: 'nfs.example',
      share: '/export',
      subDir: 'a',
      mountPermissions: '0770',
      onDelete: 'archive',
      mountOptions: ['nfsvers=4.1'],
    });
  expect(rendered(make)).toEqual({
    metadata: { name: 'c' },
    provisioner: 'nfs.csi.k8s.io',
    parameters: {
      server: 'nfs.example',
      share: '/export',
      subDir: 'a',
      mountPermissions: '0770',
      onDelete: 'archive',
    },
    mountOptions: ['nfsvers=4.1'],
  });
});

test('local: nothing is provisioned, and a claim waits for its pod', () => {
  expect(rendered(scope => new LocalStorageClass(scope, 'c'))).toEqual({
    metadata: { name: 'c' },
    provisioner: 'kubernetes.io/no-provisioner',
    volumeBindingMode: 'WaitForFirstConsumer',
  });
});
