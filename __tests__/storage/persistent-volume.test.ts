import { Size } from 'cdk8s';
import { AccessMode } from '../../lib/storage/access-mode';
import { PersistentVolume, type PersistentVolumeProps } from '../../lib/storage/persistent-volume';
import { ReclaimPolicy } from '../../lib/storage/reclaim-policy';
import { StorageClass } from '../../lib/storage/storage-class';
import { StorageSize } from '../../lib/storage/storage-size';
import { VolumeClaim } from '../../lib/storage/volume-claim';
import { VolumeMode } from '../../lib/storage/volume-mode';
import { VolumeNodes } from '../../lib/storage/volume-nodes';
import { VolumeSource } from '../../lib/storage/volume-source';
import { manifestOf, testChart } from '../render';

const NFS = VolumeSource.nfs({ server: 'nfs.example', path: '/export' });
const CSI = VolumeSource.csi({ driver: 'ebs.csi.aws.com', volumeHandle: 'vol-1' });

function rendered(props: Partial<PersistentVolumeProps> = {}) {
  const chart = testChart();
  new PersistentVolume(chart, 'media', { size: Size.gibibytes(5), source: NFS, ...props });
  return manifestOf(chart, 'PersistentVolume');
}

test('a minimal volume has size, access mode and source, and no namespace', () => {
  expect(rendered()).toEqual({
    apiVersion: 'v1',
    kind: 'PersistentVolume',
    metadata: { name: 'media' },
    spec: {
      capacity: { storage: '5Gi' },
      accessModes: ['ReadWriteOnce'],
      nfs: { server: 'nfs.example', path: '/export' },
    },
  });
});

test('every prop has its field', () => {
  const { metadata, spec } = rendered({
    name: 'disk',
    labels: { tier: 'one' },
    annotations: { note: 'x' },
    size: StorageSize.of('10G'),
    source: CSI,
    volumeMode: VolumeMode.BLOCK,
    reclaimPolicy: ReclaimPolicy.DELETE,
    storageClass: StorageClass.fromName('ssd'),
    mountOptions: ['noatime'],
    nodes: VolumeNodes.labelled({ 'topology.kubernetes.io/zone': ['eu-1a'] }),
    reservedFor: VolumeClaim.fromName('data', { namespace: 'shop' }),
  });
  expect(metadata).toEqual({ name: 'disk', labels: { tier: 'one' }, annotations: { note: 'x' } });
  expect(spec).toEqual({
    capacity: { storage: '10G' },
    accessModes: ['ReadWriteOnce'],
    volumeMode: 'Block',
    persistentVolumeReclaimPolicy: 'Delete',
    storageClassName: 'ssd',
    mountOptions: ['noatime'],
    nodeAffinity: {
      required: {
        nodeSelectorTerms: [
          {
            matchExpressions: [{ key: 'topology.kubernetes.io/zone', operator: 'In', values: ['eu-1a'] }],
          },
        ],
      },
    },
    claimRef: { name: 'data', namespace: 'shop' },
    csi: { driver: 'ebs.csi.aws.com', volumeHandle: 'vol-1' },
  });
});

test.each([[Object.values(AccessMode).slice(0, 3)], [['ReadWriteOncePod' as const]]])(
  'access modes %p are emitted',
  accessModes => {
    expect(rendered({ accessModes }).spec.accessModes).toEqual(accessModes);
  },
);

test.each<[Partial<PersistentVolumeProps>, RegExp]>([
  [{ accessModes: [] }, /accessModes must name at least one/],
  [{ accessModes: ['ReadWriteAlways' as never] }, /accessModes must not hold 'ReadWriteAlways'/],
  [
    { accessModes: ['ReadWriteOnce', 'ReadWriteOncePod'] },
    /accessModes must not hold ReadWriteOncePod beside/,
  ],
  [{ volumeMode: 'Raw' as never }, /volumeMode must be one of/],
  [
    { reclaimPolicy: 'Recycle' as never },
    /reclaimPolicy must not be Recycle.*provision volumes with a StorageClass/,
  ],
  [{ volumeMode: 'Block' }, /volumeMode must not be Block with a source of kind nfs/],
  [
    { source: VolumeSource.hostPath({ path: '/srv' }), mountOptions: ['ro'] },
    /mountOptions must be empty with a source of kind hostPath/,
  ],
  [
    {
      source: VolumeSource.local({ path: '/srv', nodes: VolumeNodes.named('n') }),
      nodes: VolumeNodes.named('m'),
    },
    /nodes must not be given beside a source of kind local/,
  ],
  [{ name: 'Media' }, /name must be lower-case/],
])('%p is refused', (props, message) => {
  expect(() => rendered(props)).toThrow(message);
});

describe('a claimRef has a namespace', () => {
  function setUp(namespace: string | undefined) {
    const chart = testChart({ namespace });
    const volume = new PersistentVolume(chart, 'media', { size: Size.gibibytes(5), source: NFS });
    const claim = new VolumeClaim(chart, 'claim', { size: Size.gibibytes(5), volume });
    return { chart, volume, claim };
  }

  test('that of the claim', () => {
    const { chart, volume, claim } = setUp('shop');
    volume.reserveFor(claim);
    expect(manifestOf(chart, 'PersistentVolume').spec.claimRef).toEqual({ name: 'claim', namespace: 'shop' });
  });

  test('and an unknown one is refused', () => {
    const { volume, claim } = setUp(undefined);
    expect(() => volume.reserveFor(claim)).toThrow(/reservedFor needs the namespace of claim 'claim'/);
  });

  test('and none is emitted where nothing was reserved', () => {
    expect(manifestOf(setUp('shop').chart, 'PersistentVolume').spec).not.toHaveProperty('claimRef');
  });
});
