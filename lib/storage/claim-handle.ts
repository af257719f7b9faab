import type { AccessMode } from './access-mode';
import type { ClaimClass } from './claim-class';
import type { StorageSize } from './storage-size';
import type { VolumeMode } from './volume-mode';

/** A claim, wherever it was made. What is not known of it is not checked. */
export interface IVolumeClaim {
  /** Name of the claim. */
  readonly claimName: string;
  readonly namespace?: string;
  readonly size?: StorageSize;
  readonly accessModes?: readonly AccessMode[];
  readonly volumeMode?: VolumeMode;
  readonly storageClass?: ClaimClass;
}
