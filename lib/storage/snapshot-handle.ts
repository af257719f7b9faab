import type { StorageSize } from './storage-size';

/** A snapshot, wherever it was made. What is not known of it is not checked. */
export interface IVolumeSnapshot {
  /** Name of the snapshot. */
  readonly snapshotName: string;
  readonly namespace?: string;
  /** The size of the claim that it was made of: what is restored is at least as large. */
  readonly size?: StorageSize;
}

/** A snapshot class, wherever it was made. */
export interface IVolumeSnapshotClass {
  /** What snapshots write into `volumeSnapshotClassName`. */
  readonly snapshotClassName: string;
}
