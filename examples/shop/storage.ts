import { Chart, Size } from 'cdk8s';
import {
  AccessMode,
  EbsStorageClass,
  PersistentVolume,
  ReclaimPolicy,
  type StorageClass,
  VolumeBindingMode,
  VolumeSource,
} from 'cdk8s-drydock';
import type { Construct } from 'constructs';

/** What the cluster's administrators provide: a class of fast disks, and the share with the shop's pictures. */
export class ShopStorage extends Chart {
  /** Fast disks; what is on them outlives the claim. */
  readonly ssd: StorageClass;
  /** The share that holds the product pictures. */
  readonly media: PersistentVolume;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.ssd = new EbsStorageClass(this, 'ssd', {
      type: 'gp3',
      encrypted: true,
      reclaimPolicy: ReclaimPolicy.RETAIN,
      bindingMode: VolumeBindingMode.WAIT_FOR_FIRST_CONSUMER,
      allowExpansion: true,
    });
    this.media = new PersistentVolume(this, 'media', {
      source: VolumeSource.nfs({ server: 'nfs.shop.example', path: '/export/media' }),
      size: Size.gibibytes(200),
      accessModes: [AccessMode.READ_WRITE_MANY],
      reclaimPolicy: ReclaimPolicy.RETAIN,
    });
  }
}
