import { ClaimClass } from '../../lib/storage/claim-class';
import { PersistentVolume, type PersistentVolumeProps } from '../../lib/storage/persistent-volume';
import { StorageClass } from '../../lib/storage/storage-class';
import { StorageSize } from '../../lib/storage/storage-size';
import { VolumeClaim, type VolumeClaimProps } from '../../lib/storage/volume-claim';
import { VolumeSource } from '../../lib/storage/volume-source';
import { manifestOf, testChart } from '../render';

const SIZE = StorageSize.gibibytes(5);
const SOURCE = VolumeSource.csi({ driver: 'ebs.csi.aws.com', volumeHandle: 'vol-1' });
const SSD = StorageClass.fromName('ssd');

function paired(
  volumeProps: Partial<PersistentVolumeProps> = {},
  claimProps: Partial<VolumeClaimProps> = {},
) {
  const chart = testChart();
  const volume = new PersistentVolume(chart, 'disk', { size: SIZE, source: SOURCE, ...volumeProps });
  const claim = new VolumeClaim(chart, 'data', { size: SIZE, volume, ...claimProps });
  return { chart, volume, claim };
}

function claimSpec(...props: Parameters<typeof paired>) {
  return manifestOf(paired(...props).chart, 'PersistentVolumeClaim').spec;
}

test('the claim names the volume', () => {
  expect(claimSpec().volumeName).toBe('disk');
});

test.each([
  ['none', undefined, ''],
  ['ssd', SSD, 'ssd'],
])("a claim's class is that of its volume: %s", (_, storageClass, field) => {
  expect(claimSpec({ storageClass }).storageClassName).toBe(field);
});

test('of a volume that someone else makes, the class is not known and not emitted', () => {
  const chart = testChart();
  new VolumeClaim(chart, 'data', { size: SIZE, volume: PersistentVolume.fromName('disk') });
  const { spec } = manifestOf(chart, 'PersistentVolumeClaim');
  expect(spec.volumeName).toBe('disk');
  expect(spec).not.toHaveProperty('storageClassName');
});

test.each<[string, Partial<PersistentVolumeProps>, Partial<VolumeClaimProps>]>([
  ['a larger volume', { size: StorageSize.gibibytes(6) }, {}],
  ['more access modes', { accessModes: ['ReadWriteMany', 'ReadWriteOnce'] }, {}],
  ['the same class', { storageClass: SSD }, { storageClass: ClaimClass.named('ssd') }],
  ['the same volume mode', { volumeMode: 'Block' }, { volumeMode: 'Block' }],
  ['the default volume mode on one side', { volumeMode: 'Filesystem' }, {}],
])('fits: %s', (_, volumeProps, claimProps) => {
  expect(() => paired(volumeProps, claimProps)).not.toThrow();
});

describe('bind() accepts a claim that does not agree with the volume', () => {
  test.each<[string, Partial<PersistentVolumeProps>, Partial<VolumeClaimProps>, RegExp]>([
    ['size', { size: StorageSize.of('5G') }, {}, /the volume is smaller than the claim.*"5Gi".*5G at most/],
    [
      'class',
      { storageClass: SSD },
      { storageClass: ClaimClass.named('hdd') },
      /their classes differ.*class 'ssd'/,
    ],
    [
      'a class beside none',
      {},
      { storageClass: ClaimClass.named('hdd') },
      /their classes differ.*ClaimClass.static/,
    ],
    [
      'no class beside one',
      { storageClass: SSD },
      { storageClass: ClaimClass.static() },
      /their classes differ/,
    ],
    ['the default class', {}, { storageClass: ClaimClass.default() }, /the claim gets the default class/],
    ['volume mode', { volumeMode: 'Block' }, {}, /their volume modes differ.*"Filesystem".*allowed: Block/],
    [
      'access mode',
      {},
      { accessModes: ['ReadWriteMany'] },
      /does not have every access mode.*allowed: ReadWriteOnce/,
    ],
    [
      'one of the access modes',
      { accessModes: ['ReadOnlyMany'] },
      { accessModes: ['ReadOnlyMany', 'ReadWriteOnce'] },
      /does not have every access mode/,
    ],
  ])('%s', (_, volumeProps, claimProps, message) => {
    expect(() => paired(volumeProps, claimProps)).toThrow(message);
    expect(() => paired(volumeProps, claimProps)).toThrow(
      /volume pairs claim 'data' and volume 'disk', which do not agree/,
    );
  });

  test('a second claim of one volume', () => {
    const { chart, volume } = paired();
    expect(() => new VolumeClaim(chart, 'other', { size: SIZE, volume })).toThrow(
      /the volume is for another claim.*"shop\/other".*allowed: shop\/data/,
    );
  });

  test('a volume that is reserved for another claim', () => {
    const reservedFor = VolumeClaim.fromName('data', { namespace: 'legacy' });
    expect(() => paired({ reservedFor })).toThrow(/the volume is for another claim.*allowed: legacy\/data/);
  });

  test('a reservation for a claim that does not fit', () => {
    const chart = testChart();
    const volume = new PersistentVolume(chart, 'disk', { size: SIZE, source: SOURCE });
    const claim = new VolumeClaim(chart, 'data', {
      size: StorageSize.gibibytes(6),
      storageClass: ClaimClass.static(),
    });
    expect(() => volume.reserveFor(claim)).toThrow(/reservedFor pairs .*the volume is smaller/);
  });

  test('a reservation that moves to another claim', () => {
    const { volume } = paired();
    const other = VolumeClaim.fromName('other', { namespace: 'shop' });
    expect(() => volume.reserveFor(other)).toThrow(/the volume is for another claim/);
  });
});

test('pv.reserve() emits a claim without access modes or size and a claimRef without a namespace', () => {
  const { chart, volume, claim } = paired();
  volume.reserveFor(claim);
  expect(manifestOf(chart, 'PersistentVolumeClaim').spec).toEqual({
    accessModes: ['ReadWriteOnce'],
    resources: { requests: { storage: '5Gi' } },
    storageClassName: '',
    volumeName: 'disk',
  });
  expect(manifestOf(chart, 'PersistentVolume').spec.claimRef).toEqual({ name: 'data', namespace: 'shop' });
});

test('a claim that was reserved by name is the one that is made by that name', () => {
  const reservedFor = VolumeClaim.fromName('data', { namespace: 'shop' });
  expect(() => paired({ reservedFor })).not.toThrow();
});
