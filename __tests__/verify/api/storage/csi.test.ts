import type { KubernetesVersion } from '../../../../lib/kubernetes/kubernetes-version';
import { validateCsiDriver } from '../../../../lib/verify/api/storage/csi-driver';
import { validateCsiNode } from '../../../../lib/verify/api/storage/csi-node';
import { validateCsiStorageCapacity } from '../../../../lib/verify/api/storage/csi-storage-capacity';
import { validateVolumeAttachment } from '../../../../lib/verify/api/storage/volume-attachment';
import { judged } from '../network/judged';

const driver = (spec: object, version?: KubernetesVersion) => judged(validateCsiDriver, { spec }, version);
const node = (...drivers: object[]) => judged(validateCsiNode, { spec: { drivers } });
const attachment = (source: object, fields: object = {}) =>
  judged(validateVolumeAttachment, {
    spec: { attacher: 'ebs.csi.aws.com', nodeName: 'node-1', source, ...fields },
  });

describe('a CSIDriver', () => {
  it('may leave everything to the defaults', () => {
    expect(judged(validateCsiDriver, {})).toEqual([]);
    expect(driver({ fsGroupPolicy: 'File', volumeLifecycleModes: ['Persistent', 'Ephemeral'] })).toEqual([]);
  });

  test.each<[object, string]>([
    [{ fsGroupPolicy: '' }, 'NotSupported spec.fsGroupPolicy'],
    [{ volumeLifecycleModes: ['Inline'] }, 'NotSupported spec.volumeLifecycleModes'],
    [{ tokenRequests: [{ audience: 'a' }, { audience: 'a' }] }, 'Duplicate spec.tokenRequests[1].audience'],
    [{ tokenRequests: [{ expirationSeconds: 599 }] }, 'Invalid spec.tokenRequests[0].expirationSeconds'],
    [
      { tokenRequests: [{ expirationSeconds: 2 ** 32 + 1 }] },
      'Invalid spec.tokenRequests[0].expirationSeconds',
    ],
  ])('%j is refused', (spec, error) => expect(driver(spec)).toEqual([error]));

  it('has more fields since 1.35', () => {
    const spec = { nodeAllocatableUpdatePeriodSeconds: 9, serviceAccountTokenInSecrets: false };
    expect(driver(spec, '1.34')).toEqual([]);
    expect(driver(spec, '1.35')).toEqual([
      'Invalid spec.nodeAllocatableUpdatePeriodSeconds',
      'Invalid spec.serviceAccountTokenInSecrets',
    ]);
  });
});

test('a CSINode has drivers with names of their own', () => {
  const one = { name: 'ebs.csi.aws.com', nodeID: 'i-1', topologyKeys: ['a/b'], allocatable: { count: 0 } };
  expect(node(one)).toEqual([]);
  expect(node(one, one)).toEqual(['Duplicate spec.drivers[1].name']);
  expect(node({})).toEqual(['Required spec.drivers[0].name', 'Required spec.drivers[0].nodeID']);
  expect(
    node({ ...one, nodeID: 'a'.repeat(257), allocatable: { count: -1 }, topologyKeys: ['a', 'a'] }),
  ).toEqual([
    'Invalid spec.drivers[0].nodeID',
    'Invalid spec.drivers[0].allocatable.count',
    'Duplicate spec.drivers[0]',
  ]);
});

test('a CSIStorageCapacity has a class, and is not negative', () => {
  expect(judged(validateCsiStorageCapacity, { storageClassName: 'fast', capacity: '0' })).toEqual([]);
  expect(
    judged(validateCsiStorageCapacity, { capacity: '-1', nodeTopology: { matchLabels: { a: 'b c' } } }),
  ).toEqual(['Invalid nodeTopology.matchLabels', 'Invalid storageClassName', 'Invalid capacity']);
});

describe('a VolumeAttachment', () => {
  const inline = {
    accessModes: ['ReadWriteOnce'],
    csi: { driver: 'ebs.csi.aws.com', volumeHandle: 'vol-1' },
  };

  it('names a driver, a node and one volume', () => {
    expect(attachment({ persistentVolumeName: 'a' })).toEqual([]);
    expect(attachment({}, { attacher: '', nodeName: '' })).toEqual([
      'Required spec.attacher',
      'Required spec.source',
      'Invalid spec.nodeName',
    ]);
    expect(attachment({ persistentVolumeName: 'a', inlineVolumeSpec: inline })).toEqual([
      'Forbidden spec.source',
    ]);
    expect(attachment({ persistentVolumeName: '' })).toEqual([
      'Required spec.source.persistentVolumeName',
      'Invalid spec.source.persistentVolumeName',
    ]);
  });

  it('may hold a volume of CSI, and little else', () => {
    const spec = (fields: object) =>
      attachment({ inlineVolumeSpec: { ...inline, ...fields } }).map(error =>
        error.replace('spec.source.inlineVolumeSpec.', ''),
      );
    expect(spec({ volumeMode: 'Filesystem', persistentVolumeReclaimPolicy: 'Retain' })).toEqual([]);
    expect(
      spec({
        claimRef: {},
        capacity: { storage: 1 },
        persistentVolumeReclaimPolicy: 'Delete',
        nodeAffinity: {},
        storageClassName: 'a',
        volumeMode: 'Block',
      }),
    ).toEqual([
      'Forbidden claimRef',
      'Forbidden capacity',
      'Forbidden persistentVolumeReclaimPolicy',
      'Forbidden nodeAffinity',
      'Forbidden storageClassName',
      'Forbidden volumeMode',
    ]);
    expect(spec({ csi: undefined, nfs: { server: 'a', path: '/b' } })).toEqual(['Required csi']);
  });
});
