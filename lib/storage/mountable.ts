import type { k8s } from 'cdk8s-plus-28';
import type { IVolumeClaim } from './claim-handle';
import type { VolumeMode } from './volume-mode';

/** What a container can mount by handle: a volume, a claim, or a claim template. */
export interface IMountable {
  /** Name of the volume in the pod, a DNS label. */
  readonly volumeName: string;

  /** A block device is attached, never mounted. @default Filesystem */
  readonly volumeMode?: VolumeMode;

  /** The claim behind it, where there is one: one object, which all pods that mount it share. */
  readonly claim?: IVolumeClaim;

  /**
   * The volume as the pod lists it; undefined for a claim template, whose volume the StatefulSet controller adds.
   */
  toPodVolume(): k8s.Volume | undefined;
}
