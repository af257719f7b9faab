import { Chart, type ChartProps, Size } from 'cdk8s';
import {
  LocalStorageClass,
  PersistentVolume,
  ReclaimPolicy,
  VolumeClaim,
  VolumeNodes,
  VolumeSource,
} from 'cdk8s-drydock';
import type { Construct } from 'constructs';

/**
 * Shows static volumes, which exist before the cluster knows them: a disk that was in another cluster before, and a
 * local disk of one node. Each is kept for one claim, and that claim takes no other.
 */
export class StaticVolumeExample extends Chart {
  constructor(scope: Construct, id: string, props: ChartProps) {
    super(scope, id, props);
    const archive = new PersistentVolume(this, 'archive', {
      source: VolumeSource.csi({ driver: 'ebs.csi.aws.com', volumeHandle: 'vol-0f1e2d3c4b5a69788' }),
      nodes: VolumeNodes.labelled({ 'topology.kubernetes.io/zone': ['eu-central-1a'] }),
      size: Size.gibibytes(500),
      reclaimPolicy: ReclaimPolicy.RETAIN,
    });
    this.claimOf(archive);

    const scratch = new PersistentVolume(this, 'scratch', {
      source: VolumeSource.local({ path: '/mnt/nvme0', nodes: VolumeNodes.named('worker-7') }),
      storageClass: new LocalStorageClass(this, 'local-nvme'),
      size: Size.gibibytes(800),
      reclaimPolicy: ReclaimPolicy.RETAIN,
    });
    this.claimOf(scratch);
  }

  private claimOf(volume: PersistentVolume): void {
    const claim = new VolumeClaim(this, `${volume.name}-claim`, {
      name: volume.name,
      size: volume.size,
      volume,
    });
    volume.reserveFor(claim);
  }
}
