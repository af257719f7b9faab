import { Size } from 'cdk8s';
import { DataSource } from '../../lib/storage/data-source';
import { SnapshotSource } from '../../lib/storage/snapshot-source';
import { VolumeClaim } from '../../lib/storage/volume-claim';
import { VolumeSnapshot } from '../../lib/storage/volume-snapshot';
import { VolumeSnapshotClass, type VolumeSnapshotClassProps } from '../../lib/storage/volume-snapshot-class';
import { manifestOf, testChart } from '../render';

function setUp() {
  const chart = testChart();
  const claim = new VolumeClaim(chart, 'data', { size: Size.gibibytes(20) });
  return { chart, claim, source: SnapshotSource.claim(claim) };
}

test('a minimal snapshot of a claim', () => {
  const { chart, source } = setUp();
  new VolumeSnapshot(chart, 'nightly', { source });
  expect(manifestOf(chart, 'VolumeSnapshot')).toEqual({
    apiVersion: 'snapshot.storage.k8s.io/v1',
    kind: 'VolumeSnapshot',
    metadata: { name: 'nightly', namespace: 'shop' },
    spec: { source: { persistentVolumeClaimName: 'data' } },
  });
});

test('a snapshot of content that exists already, of a class', () => {
  const chart = testChart();
  new VolumeSnapshot(chart, 'old', {
    source: SnapshotSource.content('content-1'),
    snapshotClass: VolumeSnapshotClass.fromName('fast'),
    labels: { team: 'data' },
  });
  const { metadata, spec } = manifestOf(chart, 'VolumeSnapshot');
  expect(metadata).toEqual({ name: 'old', namespace: 'shop', labels: { team: 'data' } });
  expect(spec).toEqual({
    source: { volumeSnapshotContentName: 'content-1' },
    volumeSnapshotClassName: 'fast',
  });
});

test('a snapshot is in the namespace of its claim', () => {
  const { chart, source } = setUp();
  expect(() => new VolumeSnapshot(chart, 'nightly', { source, namespace: 'backup' })).toThrow(
    /namespace must be that of the claim.*received "backup".*allowed: shop/,
  );
});

test('content of an invalid name is refused', () => {
  expect(() => SnapshotSource.content('Content')).toThrow(/source must be lower-case/);
});

test('a claim is restored from a snapshot, and is not smaller', () => {
  const { chart, source } = setUp();
  const dataSource = DataSource.snapshot(new VolumeSnapshot(chart, 'nightly', { source }));
  new VolumeClaim(chart, 'restored', { size: Size.gibibytes(20), dataSource });
  expect(manifestOf(chart, 'PersistentVolumeClaim', 'restored').spec.dataSource).toEqual({
    apiGroup: 'snapshot.storage.k8s.io',
    kind: 'VolumeSnapshot',
    name: 'nightly',
  });
  expect(() => new VolumeClaim(chart, 'less', { size: Size.gibibytes(19), dataSource })).toThrow(
    /size must not be less than that of VolumeSnapshot 'nightly'/,
  );
});

describe('a snapshot class', () => {
  function rendered(props: Partial<VolumeSnapshotClassProps> = {}) {
    const chart = testChart();
    new VolumeSnapshotClass(chart, 'fast', { driver: 'ebs.csi.aws.com', deletionPolicy: 'Retain', ...props });
    return manifestOf(chart, 'VolumeSnapshotClass');
  }

  test('is cluster-scoped: it gets no namespace', () => {
    expect(rendered()).toEqual({
      apiVersion: 'snapshot.storage.k8s.io/v1',
      kind: 'VolumeSnapshotClass',
      metadata: { name: 'fast' },
      driver: 'ebs.csi.aws.com',
      deletionPolicy: 'Retain',
    });
  });

  test('every prop has its field', () => {
    const { metadata, parameters, deletionPolicy } = rendered({
      deletionPolicy: 'Delete',
      annotations: { note: 'x' },
      parameters: { incremental: 'true' },
      isDefaultClass: true,
    });
    expect(metadata.annotations).toEqual({
      note: 'x',
      'snapshot.storage.kubernetes.io/is-default-class': 'true',
    });
    expect([parameters, deletionPolicy]).toEqual([{ incremental: 'true' }, 'Delete']);
  });

  test.each<[Partial<VolumeSnapshotClassProps>, RegExp]>([
    [{ driver: '' }, /driver must be/],
    [{ deletionPolicy: 'Recycle' as never }, /deletionPolicy must be one of.*Retain, Delete/],
  ])('%p is refused', (props, message) => {
    expect(() => rendered(props)).toThrow(message);
  });
});
