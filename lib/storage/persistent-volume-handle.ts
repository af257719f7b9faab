import type { AccessMode } from './access-mode';
import type { StorageSize } from './storage-size';
import type { VolumeMode } from './volume-mode';

/** A static volume, wherever it was made. What is not known of it is not checked. */
export interface IPersistentVolume {
  /** Name of the volume. */
  readonly persistentVolumeName: string;
  readonly size?: StorageSize;
  readonly accessModes?: readonly AccessMode[];
  readonly volumeMode?: VolumeMode;
  /** Its class: empty for none. */
  readonly storageClassName?: string;
}
