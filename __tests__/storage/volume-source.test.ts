import { HostPathType } from '../../lib/storage/host-path';
import { PersistentVolume } from '../../lib/storage/persistent-volume';
import { StorageSize } from '../../lib/storage/storage-size';
import { type NodeRequirement, VolumeNodes } from '../../lib/storage/volume-nodes';
import { VolumeSource } from '../../lib/storage/volume-source';
import { manifestOf, testChart } from '../render';

function specOf(source: VolumeSource) {
  const chart = testChart();
  new PersistentVolume(chart, 'v', { size: StorageSize.gibibytes(1), source });
  const { capacity: _, accessModes: __, ...spec } = manifestOf(chart, 'PersistentVolume').spec;
  return spec;
}

test('CSI, with all that a driver may want to know', () => {
  const secret = { name: 'keys', namespace: 'kube-system' };
  const source = VolumeSource.csi({
    driver: 'nfs.csi.k8s.io',
    volumeHandle: 'server#share#',
    fsType: 'ext4',
    readOnly: true,
    volumeAttributes: { server: 's', share: '/' },
    secrets: {
      controllerPublish: secret,
      controllerExpand: secret,
      nodeStage: secret,
      nodePublish: secret,
      nodeExpand: secret,
    },
  });
  expect(specOf(source)).toEqual({
    csi: {
      driver: 'nfs.csi.k8s.io',
      volumeHandle: 'server#share#',
      fsType: 'ext4',
      readOnly: true,
      volumeAttributes: { server: 's', share: '/' },
      controllerPublishSecretRef: secret,
      controllerExpandSecretRef: secret,
      nodeStageSecretRef: secret,
      nodePublishSecretRef: secret,
      nodeExpandSecretRef: secret,
    },
  });
});

test('NFS', () => {
  expect(specOf(VolumeSource.nfs({ server: 's', path: '/x', readOnly: true }))).toEqual({
    nfs: { server: 's', path: '/x', readOnly: true },
  });
});

test('local carries its required node affinity', () => {
  expect(specOf(VolumeSource.local({ path: '/mnt/ssd', nodes: VolumeNodes.named('node-1') }))).toEqual({
    local: { path: '/mnt/ssd' },
    nodeAffinity: {
      required: {
        nodeSelectorTerms: [
          { matchExpressions: [{ key: 'kubernetes.io/hostname', operator: 'In', values: ['node-1'] }] },
        ],
      },
    },
  });
});

test('local without nodes cannot be written', () => {
  // @ts-expect-error nodes are required
  const withoutNodes: Parameters<typeof VolumeSource.local>[0] = { path: '/mnt/ssd' };
  expect(withoutNodes).not.toHaveProperty('nodes');
});

test('hostPath', () => {
  expect(specOf(VolumeSource.hostPath({ path: '/srv', type: HostPathType.DIRECTORY }))).toEqual({
    hostPath: { path: '/srv', type: 'Directory' },
  });
});

test.each<[string, () => VolumeSource, RegExp]>([
  ['no driver', () => VolumeSource.csi({ driver: '', volumeHandle: 'v' }), /csi.driver must be/],
  [
    'a long driver',
    () => VolumeSource.csi({ driver: 'a'.repeat(64), volumeHandle: 'v' }),
    /no longer than 63/,
  ],
  [
    'no handle',
    () => VolumeSource.csi({ driver: 'd', volumeHandle: '' }),
    /csi.volumeHandle must not be empty/,
  ],
  ['no server', () => VolumeSource.nfs({ server: '', path: '/' }), /nfs.server must not be empty/],
  [
    'a relative export',
    () => VolumeSource.nfs({ server: 's', path: 'x' }),
    /nfs.path must be an absolute path/,
  ],
  [
    'a local path that leads back',
    () => VolumeSource.local({ path: '/a/../b', nodes: VolumeNodes.named('n') }),
    /local.path must be an absolute path/,
  ],
  ['a relative host path', () => VolumeSource.hostPath({ path: 'srv' }), /hostPath.path must be an absolute/],
  [
    'an unknown type',
    () => VolumeSource.hostPath({ path: '/srv', type: 'Folder' as never }),
    /hostPath.type must be one of/,
  ],
])('%s is refused', (_, make, message) => {
  expect(make).toThrow(message);
});

test.each<[readonly NodeRequirement[], RegExp]>([
  [[], /nodes must name a label/],
  [[{ key: 'zone', operator: 'In' }], /nodes must have some value, since its operator is In/],
  [
    [{ key: 'zone', operator: 'Exists', values: ['a'] }],
    /nodes must have no values, since its operator is Exists/,
  ],
  [
    [{ key: 'cores', operator: 'Gt', values: ['1', '2'] }],
    /nodes must have one value, since its operator is Gt/,
  ],
  [[{ key: 'a b', operator: 'Exists' }], /nodes name must be letters/],
])('nodes matching %p are refused', (requirements, message) => {
  expect(() => VolumeNodes.matching(...requirements)).toThrow(message);
});

test('no node name is refused', () => {
  expect(() => VolumeNodes.named()).toThrow(/nodes must have some value/);
});

test('every operator is emitted', () => {
  const { required } = VolumeNodes.matching(
    { key: 'cores', operator: 'Gt', values: ['4'] },
    { key: 'ssd', operator: 'Exists' },
  ).toKube();
  expect(required?.nodeSelectorTerms).toEqual([
    {
      matchExpressions: [
        { key: 'cores', operator: 'Gt', values: ['4'] },
        { key: 'ssd', operator: 'Exists' },
      ],
    },
  ]);
});
