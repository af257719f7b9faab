import type { KubernetesVersion } from '../../../../lib/kubernetes/kubernetes-version';
import { validatePersistentVolume } from '../../../../lib/verify/api/storage/persistent-volume';
import { judged } from '../network/judged';

const SPEC = { accessModes: ['ReadWriteOnce'], capacity: { storage: '1Gi' } };
const NFS = { server: 'files.example', path: '/media' };
const CSI = { driver: 'ebs.csi.aws.com', volumeHandle: 'vol-1' };
const NODE = {
  required: {
    nodeSelectorTerms: [
      { matchExpressions: [{ key: 'kubernetes.io/hostname', operator: 'In', values: ['a'] }] },
    ],
  },
};

const spec = (fields: object, version?: KubernetesVersion) =>
  judged(validatePersistentVolume, { spec: { ...SPEC, ...fields } }, version);

test.each([
  { nfs: NFS },
  { csi: CSI, volumeMode: 'Block', persistentVolumeReclaimPolicy: 'Delete', storageClassName: 'fast' },
  { local: { path: '/disks/1' }, nodeAffinity: NODE },
  { hostPath: { path: '/data', type: 'DirectoryOrCreate' }, persistentVolumeReclaimPolicy: 'Recycle' },
])('%j is in order', fields => expect(spec(fields)).toEqual([]));

test('a volume without a spec', () => {
  expect(judged(validatePersistentVolume, {})).toEqual([
    'Required spec.accessModes',
    'Required spec.capacity',
    'NotSupported spec.capacity',
    'Required spec',
  ]);
});

test.each<[object, string]>([
  [{ accessModes: ['RWX'] }, 'NotSupported spec.accessModes'],
  [{ accessModes: ['ReadWriteMany', 'ReadWriteOncePod'] }, 'Forbidden spec.accessModes'],
  [{ capacity: { storage: 1, cpu: 1 } }, 'NotSupported spec.capacity'],
  [{ capacity: { storage: 0 } }, 'Invalid spec.capacity[storage]'],
  [{ persistentVolumeReclaimPolicy: 'Keep' }, 'NotSupported spec.persistentVolumeReclaimPolicy'],
  [{ volumeMode: '' }, 'NotSupported spec.volumeMode'],
  [{ storageClassName: 'Fast' }, 'Invalid spec.storageClassName'],
  [{ nodeAffinity: {} }, 'Required spec.nodeAffinity.required'],
  [{ nodeAffinity: { required: {} } }, 'Required spec.nodeAffinity.required.nodeSelectorTerms'],
])('%j is refused', (fields, error) => expect(spec({ nfs: NFS, ...fields })).toEqual([error]));

test('less than nothing is refused twice', () => {
  expect(spec({ nfs: NFS, capacity: { storage: '-1' } })).toEqual([
    'Invalid spec.capacity[storage]',
    'Invalid spec.capacity[storage]',
  ]);
});

test('a local volume is on a node', () => {
  expect(spec({ local: { path: '/disks/1' } })).toEqual(['Required spec.nodeAffinity']);
});

test('the root of a node is not recycled', () => {
  const recycled = (path: string) => spec({ hostPath: { path }, persistentVolumeReclaimPolicy: 'Recycle' });
  expect(recycled('/')).toEqual(['Forbidden spec.persistentVolumeReclaimPolicy']);
  expect(recycled('//.')).toEqual(['Forbidden spec.persistentVolumeReclaimPolicy']);
  expect(recycled('/tmp')).toEqual([]);
});

test('values of node affinity are labels since 1.32', () => {
  const required = {
    nodeSelectorTerms: [{ matchExpressions: [{ key: 'a', operator: 'In', values: ['b c'] }] }],
  };
  const path = 'spec.nodeAffinity.required.nodeSelectorTerms[0].matchExpressions[0].values[0]';
  expect(spec({ nfs: NFS, nodeAffinity: { required } }, '1.31')).toEqual([]);
  expect(spec({ nfs: NFS, nodeAffinity: { required } }, '1.32')).toEqual([`Invalid ${path}`]);
});

test('a class of attributes is for CSI, since 1.34', () => {
  expect(spec({ nfs: NFS, volumeAttributesClassName: 'a' }, '1.33')).toEqual([]);
  expect(spec({ nfs: NFS, volumeAttributesClassName: 'a' }, '1.34')).toEqual(['Required spec.csi']);
  expect(spec({ csi: CSI, volumeAttributesClassName: '' })).toEqual([
    'Required spec.volumeAttributesClassName',
  ]);
  expect(spec({ csi: CSI, volumeAttributesClassName: 'A' })).toEqual([
    'Invalid spec.volumeAttributesClassName',
  ]);
});

test('mount options stand in the annotation of some sources alone', () => {
  const metadata = { name: 'media', annotations: { 'volume.beta.kubernetes.io/mount-options': 'ro' } };
  const annotated = (source: object) =>
    judged(validatePersistentVolume, { metadata, spec: { ...SPEC, ...source } });
  expect(annotated({ nfs: NFS })).toEqual([]);
  expect(annotated({ csi: CSI })).toEqual([
    'Forbidden metadata.annotations.volume.beta.kubernetes.io/mount-options',
  ]);
});

describe('sources', () => {
  it('stand alone', () => {
    expect(spec({ nfs: NFS, csi: CSI })).toEqual(['Forbidden spec.csi']);
    expect(spec({ nfs: NFS, cephfs: {} })).toEqual(['Forbidden spec.cephFS']);
  });

  it('may have a flexVolume beside them, as the server does not ask', () => {
    expect(spec({ nfs: NFS, flexVolume: { driver: 'a' } })).toEqual([]);
  });

  test.each<[object, string[]]>([
    [{ csi: {} }, ['Required spec.csi.driver', 'Required spec.csi.volumeHandle']],
    [{ csi: { ...CSI, nodeStageSecretRef: {} } }, []],
    [
      { csi: { ...CSI, nodePublishSecretRef: {} } },
      ['Required spec.csi.nodePublishSecretRef.name', 'Required spec.csi.nodePublishSecretRef.namespace'],
    ],
    [
      { csi: { ...CSI, controllerExpandSecretRef: { name: 'A', namespace: 'b.c' } } },
      [
        'Invalid spec.csi.controllerExpandSecretRef.name',
        'Invalid spec.csi.controllerExpandSecretRef.namespace',
      ],
    ],
    [{ local: { path: '/a/../b' }, nodeAffinity: NODE }, ['Invalid spec.local.path']],
    [{ local: {}, nodeAffinity: NODE }, ['Required spec.local.path']],
    [{ nfs: { server: 'a', path: 'b' } }, ['Invalid spec.nfs.path']],
    [{ gcePersistentDisk: {} }, ['Required spec.persistentDisk.pdName']],
    [
      { glusterfs: { endpoints: 'a', path: 'b', endpointsNamespace: '' } },
      ['Invalid spec.glusterfs.endpointsNamespace'],
    ],
    [{ cinder: { volumeID: 'a', secretRef: { name: 'b' } } }, ['Required spec.cinder.secretRef.namespace']],
    [
      { storageos: { volumeName: 'a', secretRef: { name: 'b' } } },
      ['Required spec.storageos.secretRef.namespace'],
    ],
    [
      { azureFile: { secretName: 'a', shareName: 'b', secretNamespace: '' } },
      ['Required spec.azureFile.secretNamespace'],
    ],
    [{ azureDisk: { diskName: 'a', diskURI: '/subscriptions/b' } }, ['NotSupported spec.azureDisk.diskURI']],
  ])('%j', (source, errors) => expect(spec(source)).toEqual(errors));

  it('of iSCSI have short names where the initiator has one', () => {
    const iscsi = { targetPortal: 'a'.repeat(61), iqn: 'iqn.2001-04.com.example:a', secretRef: {} };
    expect(spec({ iscsi })).toEqual(['Required spec.iscsi.secretRef.name']);
    expect(spec({ iscsi: { ...iscsi, secretRef: undefined, initiatorName: 'naa' } })).toEqual([
      'Invalid spec.iscsi.initiatorname',
      'Invalid spec.iscsi.targetportal',
    ]);
  });
});
