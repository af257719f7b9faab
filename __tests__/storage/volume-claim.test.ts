import { ApiObject, Size } from 'cdk8s';
import { ClaimClass } from '../../lib/storage/claim-class';
import { DataSource } from '../../lib/storage/data-source';
import { StorageSize } from '../../lib/storage/storage-size';
import { Volume } from '../../lib/storage/volume';
import { VolumeClaim, type VolumeClaimProps } from '../../lib/storage/volume-claim';
import { VolumeMode } from '../../lib/storage/volume-mode';
import { VolumeSnapshot } from '../../lib/storage/volume-snapshot';
import { manifestOf, testChart } from '../render';

function rendered(props: Partial<VolumeClaimProps> = {}) {
  const chart = testChart();
  new VolumeClaim(chart, 'data', { size: Size.gibibytes(20), ...props });
  return manifestOf(chart, 'PersistentVolumeClaim');
}

test('a minimal claim has size and access mode', () => {
  expect(rendered()).toEqual({
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name: 'data', namespace: 'shop' },
    spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '20Gi' } } },
  });
});

test('PersistentVolumeClaim: 500Mi throws (sizes become whole Gi)', () => {
  expect(rendered({ size: Size.mebibytes(500) }).spec.resources.requests.storage).toBe('500Mi');
  expect(rendered({ size: StorageSize.of('1.5Gi') }).spec.resources.requests.storage).toBe('1.5Gi');
});

test('every prop has its field', () => {
  const { metadata, spec } = rendered({
    name: 'pg',
    namespace: 'db',
    labels: { team: 'data' },
    annotations: { note: 'x' },
    size: StorageSize.of('10G'),
    storageClass: ClaimClass.named('ssd'),
    accessModes: ['ReadWriteOncePod'],
    volumeMode: VolumeMode.BLOCK,
    selector: { matchLabels: { tier: 'one' }, matchExpressions: [{ key: 'disk', operator: 'Exists' }] },
    dataSource: DataSource.claim(VolumeClaim.fromName('old')),
  });
  expect(metadata).toEqual({
    name: 'pg',
    namespace: 'db',
    labels: { team: 'data' },
    annotations: { note: 'x' },
  });
  expect(spec).toEqual({
    accessModes: ['ReadWriteOncePod'],
    resources: { requests: { storage: '10G' } },
    storageClassName: 'ssd',
    volumeMode: 'Block',
    selector: { matchLabels: { tier: 'one' }, matchExpressions: [{ key: 'disk', operator: 'Exists' }] },
    dataSource: { kind: 'PersistentVolumeClaim', name: 'old' },
  });
});

test.each<[Partial<VolumeClaimProps>, RegExp]>([
  [{ name: 'Data' }, /name must be lower-case/],
  [{ accessModes: [] }, /accessModes must name at least one/],
  [
    { accessModes: ['ReadWriteOncePod', 'ReadWriteMany'] },
    /accessModes must not hold ReadWriteOncePod beside/,
  ],
  [{ volumeMode: 'Raw' as never }, /volumeMode must be one of/],
  [{ selector: { matchLabels: { tier: 'not valid' } } }, /selector label 'tier' must be letters/],
  [
    { selector: { matchExpressions: [{ key: 'tier', operator: 'In' }] } },
    /selector label 'tier' must have values, since its operator is In/,
  ],
  [
    { selector: { matchExpressions: [{ key: 'tier', operator: 'Exists', values: ['a'] }] } },
    /selector label 'tier' must have no values, since its operator is Exists/,
  ],
])('%p is refused', (props, message) => {
  expect(() => rendered(props)).toThrow(message);
});

describe('a claim that is filled', () => {
  const size = StorageSize.gibibytes(20);

  test('from a snapshot names its group and kind', () => {
    const source = DataSource.snapshot(VolumeSnapshot.fromName('nightly', { size }));
    expect(rendered({ dataSource: source }).spec.dataSource).toEqual({
      apiGroup: 'snapshot.storage.k8s.io',
      kind: 'VolumeSnapshot',
      name: 'nightly',
    });
  });

  test('is not smaller than the snapshot', () => {
    const dataSource = DataSource.snapshot(VolumeSnapshot.fromName('nightly', { size }));
    expect(() => rendered({ size: StorageSize.of('20G'), dataSource })).toThrow(
      /size must not be less than that of VolumeSnapshot 'nightly'.*received "20G".*20Gi or more/,
    );
  });

  test('is not smaller than the claim that it copies', () => {
    const dataSource = DataSource.claim(VolumeClaim.fromName('old', { size: StorageSize.gibibytes(21) }));
    expect(() => rendered({ dataSource })).toThrow(
      /size must not be less than that of PersistentVolumeClaim 'old'/,
    );
  });

  test('is in the namespace of what fills it', () => {
    const dataSource = DataSource.claim(VolumeClaim.fromName('old', { namespace: 'legacy' }));
    expect(() => rendered({ dataSource })).toThrow(/namespace must be that of PersistentVolumeClaim 'old'/);
  });

  test('has the volume mode of the claim that it copies', () => {
    const dataSource = DataSource.claim(VolumeClaim.fromName('old', { volumeMode: 'Block' }));
    expect(() => rendered({ dataSource })).toThrow(/volumeMode must be that of PersistentVolumeClaim 'old'/);
  });
});

describe('in a pod', () => {
  test('it is a volume of its own name', () => {
    const claim = new VolumeClaim(testChart(), 'data', { size: Size.gibibytes(1), name: 'pg.data' });
    expect(claim.toPodVolume()).toEqual({
      name: 'pg-data',
      persistentVolumeClaim: { claimName: 'pg.data' },
    });
  });

  test('its volume mode says whether it is mounted', () => {
    const props = { size: Size.gibibytes(1) };
    expect(new VolumeClaim(testChart(), 'a', props).volumeMode).toBe('Filesystem');
    expect(new VolumeClaim(testChart(), 'b', { ...props, volumeMode: 'Block' }).volumeMode).toBe('Block');
  });

  test('it is the claim behind the volume', () => {
    const claim = new VolumeClaim(testChart(), 'data', { size: Size.gibibytes(1) });
    expect(claim.claim).toBe(claim);
    expect(Volume.claim(claim).claim).toBe(claim);
  });

  test('a name that is too long for a volume asks for another', () => {
    const claim = new VolumeClaim(testChart(), 'a'.repeat(64), { size: Size.gibibytes(1) });
    expect(() => claim.toPodVolume()).toThrow(
      /volume name must be no longer than 63.*give the volume a 'name'/,
    );
  });
});

test('the primary child is Resource', () => {
  const claim = new VolumeClaim(testChart(), 'data', { size: Size.gibibytes(1) });
  expect(ApiObject.of(claim).kind).toBe('PersistentVolumeClaim');
});
