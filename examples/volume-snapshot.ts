import { Chart, type ChartProps, Size } from 'cdk8s';
import {
  ClaimClass,
  DataSource,
  DeletionPolicy,
  EbsStorageClass,
  SnapshotSource,
  VolumeClaim,
  VolumeSnapshot,
  VolumeSnapshotClass,
} from 'cdk8s-drydock';
import type { Construct } from 'constructs';

/** Shows a snapshot of a claim, and a larger claim that begins with what the snapshot holds. */
export class VolumeSnapshotExample extends Chart {
  constructor(scope: Construct, id: string, props: ChartProps) {
    super(scope, id, props);
    const disks = new EbsStorageClass(this, 'snapshot-disks', { type: 'gp3' });
    const snapshots = new VolumeSnapshotClass(this, 'before-upgrades', {
      driver: 'ebs.csi.aws.com',
      deletionPolicy: DeletionPolicy.RETAIN,
    });

    const wiki = new VolumeClaim(this, 'wiki', {
      size: Size.gibibytes(20),
      storageClass: ClaimClass.of(disks),
    });
    const snapshot = new VolumeSnapshot(this, 'wiki-before-v9', {
      source: SnapshotSource.claim(wiki),
      snapshotClass: snapshots,
    });
    new VolumeClaim(this, 'wiki-restored', {
      size: Size.gibibytes(40),
      storageClass: ClaimClass.of(disks),
      dataSource: DataSource.snapshot(snapshot),
    });
  }
}
