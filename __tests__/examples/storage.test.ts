import { StaticVolumeExample } from '../../examples/static-volume';
import { StorageClassExample } from '../../examples/storage-class';
import { VolumeSnapshotExample } from '../../examples/volume-snapshot';
import { manifestOf, manifestsOf } from '../render';
import { exampleChart } from './chart';

describe('classes', () => {
  const classes = manifestsOf(exampleChart(StorageClassExample));

  test('there is one of each driver', () => {
    expect(classes.map(c => [c.metadata.name, c.provisioner])).toEqual([
      ['aws-ssd', 'ebs.csi.aws.com'],
      ['google-ssd', 'pd.csi.storage.gke.io'],
      ['azure-ssd', 'disk.csi.azure.com'],
      ['shared', 'nfs.csi.k8s.io'],
      ['local', 'kubernetes.io/no-provisioner'],
      ['ceph', 'rbd.csi.ceph.com'],
    ]);
  });

  test('one of them alone is the default', () => {
    const annotation = 'storageclass.kubernetes.io/is-default-class';
    const defaults = classes.filter(c => c.metadata.annotations?.[annotation] === 'true');
    expect(defaults.map(c => c.metadata.name)).toEqual(['aws-ssd']);
  });

  test('parameters are texts, as the API wants them', () => {
    for (const value of classes.flatMap(c => Object.values(c.parameters ?? {}))) {
      expect(typeof value).toBe('string');
    }
  });
});

describe('static volumes', () => {
  const chart = exampleChart(StaticVolumeExample);

  test.each(['archive', 'scratch'])('%s and its claim name each other, and have one class', name => {
    const { spec: volume } = manifestOf(chart, 'PersistentVolume', name);
    const { spec: claim } = manifestOf(chart, 'PersistentVolumeClaim', name);
    expect(volume.claimRef).toEqual({ name, namespace: 'lab' });
    expect(claim.volumeName).toBe(name);
    expect(claim.storageClassName).toBe(volume.storageClassName ?? '');
    expect(claim.resources.requests.storage).toBe(volume.capacity.storage);
  });

  test('a local disk says which node has it', () => {
    const { local, nodeAffinity } = manifestOf(chart, 'PersistentVolume', 'scratch').spec;
    expect(local).toEqual({ path: '/mnt/nvme0' });
    expect(nodeAffinity.required.nodeSelectorTerms[0].matchExpressions).toEqual([
      { key: 'kubernetes.io/hostname', operator: 'In', values: ['worker-7'] },
    ]);
  });
});

describe('a snapshot', () => {
  const chart = exampleChart(VolumeSnapshotExample);

  test('is made of the claim, by the driver of its disks', () => {
    const { spec } = manifestOf(chart, 'VolumeSnapshot');
    const { spec: wiki } = manifestOf(chart, 'PersistentVolumeClaim', spec.source.persistentVolumeClaimName);
    const { driver } = manifestOf(chart, 'VolumeSnapshotClass', spec.volumeSnapshotClassName);
    expect(manifestOf(chart, 'StorageClass', wiki.storageClassName).provisioner).toBe(driver);
  });

  test('is restored by a claim that is large enough', () => {
    const { dataSource, resources } = manifestOf(chart, 'PersistentVolumeClaim', 'wiki-restored').spec;
    expect(dataSource).toEqual({
      apiGroup: 'snapshot.storage.k8s.io',
      kind: 'VolumeSnapshot',
      name: manifestOf(chart, 'VolumeSnapshot').metadata.name,
    });
    const { spec: wiki } = manifestOf(chart, 'PersistentVolumeClaim', 'wiki');
    expect(Number.parseInt(resources.requests.storage, 10)).toBeGreaterThanOrEqual(
      Number.parseInt(wiki.resources.requests.storage, 10),
    );
  });
});
