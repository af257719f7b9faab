import { ApiObject } from 'cdk8s';
import { ReclaimPolicy } from '../../lib/storage/reclaim-policy';
import { StorageClass, type StorageClassProps, VolumeBindingMode } from '../../lib/storage/storage-class';
import { manifestOf, testChart } from '../render';

function rendered(props: Partial<StorageClassProps> = {}) {
  const chart = testChart();
  new StorageClass(chart, 'ssd', { provisioner: 'ebs.csi.aws.com', ...props });
  return manifestOf(chart, 'StorageClass');
}

test('a minimal class is its provisioner; ClusterRole, Namespace and StorageClass get no chart namespace', () => {
  expect(rendered()).toEqual({
    apiVersion: 'storage.k8s.io/v1',
    kind: 'StorageClass',
    metadata: { name: 'ssd' },
    provisioner: 'ebs.csi.aws.com',
  });
});

test('every prop has its field', () => {
  expect(
    rendered({
      name: 'fast',
      labels: { team: 'data' },
      annotations: { note: 'x' },
      parameters: { type: 'gp3' },
      reclaimPolicy: ReclaimPolicy.RETAIN,
      bindingMode: VolumeBindingMode.WAIT_FOR_FIRST_CONSUMER,
      allowExpansion: true,
      mountOptions: ['noatime'],
      allowedTopologies: [{ 'topology.kubernetes.io/zone': ['eu-1a', 'eu-1b'] }],
      isDefaultClass: true,
    }),
  ).toEqual({
    apiVersion: 'storage.k8s.io/v1',
    kind: 'StorageClass',
    metadata: {
      name: 'fast',
      labels: { team: 'data' },
      annotations: { note: 'x', 'storageclass.kubernetes.io/is-default-class': 'true' },
    },
    provisioner: 'ebs.csi.aws.com',
    parameters: { type: 'gp3' },
    reclaimPolicy: 'Retain',
    volumeBindingMode: 'WaitForFirstConsumer',
    allowVolumeExpansion: true,
    mountOptions: ['noatime'],
    allowedTopologies: [
      { matchLabelExpressions: [{ key: 'topology.kubernetes.io/zone', values: ['eu-1a', 'eu-1b'] }] },
    ],
  });
});

test('false is emitted where it was asked for', () => {
  const manifest = rendered({ allowExpansion: false, isDefaultClass: false });
  expect(manifest.allowVolumeExpansion).toBe(false);
  expect(manifest.metadata.annotations).toEqual({ 'storageclass.kubernetes.io/is-default-class': 'false' });
});

test('a class that someone else makes gives the same interface', () => {
  expect(StorageClass.fromName('fast').storageClassName).toBe('fast');
});

test('the primary child is Resource', () => {
  const ssd = new StorageClass(testChart(), 'ssd', { provisioner: 'ebs.csi.aws.com' });
  expect(ApiObject.of(ssd).kind).toBe('StorageClass');
});

test.each<[Partial<StorageClassProps>, RegExp]>([
  [{ provisioner: '' }, /provisioner name must be/],
  [{ provisioner: 'not a driver' }, /provisioner name must be letters.*received "not a driver"/],
  [{ name: 'SSD' }, /name must be lower-case/],
  [{ reclaimPolicy: 'Recycle' as never }, /reclaimPolicy must not be Recycle, which is deprecated/],
  [{ reclaimPolicy: 'Keep' as never }, /reclaimPolicy must be one of.*Retain, Delete/],
  [{ bindingMode: 'Later' as never }, /bindingMode must be one of.*WaitForFirstConsumer/],
  [{ allowedTopologies: [{ zone: [] }] }, /allowedTopologies label 'zone' must have a value/],
  [
    { allowedTopologies: [{ zone: ['a', 'a'] }] },
    /allowedTopologies label 'zone' must not have a value twice/,
  ],
  [{ allowedTopologies: [{ 'a b': ['a'] }] }, /allowedTopologies label 'a b' name must be/],
])('%p is refused', (props, message) => {
  expect(() => rendered(props)).toThrow(message);
});

test('a second class of one name is refused', () => {
  const chart = testChart();
  new StorageClass(chart, 'a', { name: 'ssd', provisioner: 'ebs.csi.aws.com' });
  expect(() => new StorageClass(chart, 'b', { name: 'ssd', provisioner: 'ebs.csi.aws.com' })).toThrow(
    /name is already taken for StorageClass/,
  );
});
