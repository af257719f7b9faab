import type { k8s } from 'cdk8s-plus-28';
import type { IVolumeClaim } from './claim-handle';
import type { IVolumeSnapshot } from './snapshot-handle';
import type { StorageSize } from './storage-size';
import type { VolumeMode } from './volume-mode';

/**
 * What the volume of a new claim is filled with. The driver must be able to: CSI drivers alone are.
 *
 * @see https://kubernetes.io/docs/concepts/storage/volume-snapshots/
 * @see https://kubernetes.io/docs/concepts/storage/volume-pvc-datasource/
 */
export class DataSource {
  private constructor(
    private readonly reference: k8s.TypedLocalObjectReference,
    /** The namespace that it is in, where that is known: the claim must be there too. */
    readonly namespace?: string,
    /** The least size of a claim that takes it, where that is known. */
    readonly size?: StorageSize,
    /** The volume mode that the claim must have, where that is known. */
    readonly volumeMode?: VolumeMode,
  ) {}

  /** Restores a snapshot. */
  static snapshot({ snapshotName, namespace, size }: IVolumeSnapshot): DataSource {
    const reference = { apiGroup: 'snapshot.storage.k8s.io', kind: 'VolumeSnapshot', name: snapshotName };
    return new DataSource(reference, namespace, size);
  }

  /** Copies the volume of another claim. */
  static claim({ claimName, namespace, size, volumeMode }: IVolumeClaim): DataSource {
    return new DataSource({ kind: 'PersistentVolumeClaim', name: claimName }, namespace, size, volumeMode);
  }

  /** The reference as the API writes it. */
  toKube(): k8s.TypedLocalObjectReference {
    return this.reference;
  }

  /** What it is, for messages: `VolumeSnapshot 'nightly'`. */
  toString(): string {
    return `${this.reference.kind} '${this.reference.name}'`;
  }
}
