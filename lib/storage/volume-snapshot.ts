import { Construct } from 'constructs';
import { VolumeSnapshot as SnapshotObject } from '../../imports/snapshot.storage.k8s.io';
import { namespaceOf } from '../naming/cluster-settings';
import { RenderedObject } from '../objects/rendered-object';
import { PropError } from '../prop-error';
import { metadataOf, type NamespacedObjectProps } from './object-props';
import type { IVolumeSnapshot, IVolumeSnapshotClass } from './snapshot-handle';
import type { SnapshotSource } from './snapshot-source';
import type { StorageSize } from './storage-size';

/** Props of a {@link VolumeSnapshot}. */
export interface VolumeSnapshotProps extends NamespacedObjectProps {
  /** What it is made of. It cannot be changed later. */
  readonly source: SnapshotSource;

  /**
   * Its class.
   *
   * @default not emitted: the default class of the claim's driver
   */
  readonly snapshotClass?: IVolumeSnapshotClass;
}

/**
 * A snapshot of a volume, from which claims can be restored with `DataSource.snapshot()`. The cluster must have
 * the CRDs and the controller of `snapshot.storage.k8s.io`.
 *
 * @see https://kubernetes.io/docs/concepts/storage/volume-snapshots/
 */
export class VolumeSnapshot extends Construct implements IVolumeSnapshot {
  readonly name: string;
  /** The namespace that it is in, where one is known. */
  readonly namespace?: string;
  /** The size of the claim that it is made of, where that is known. */
  readonly size?: StorageSize;

  /** A snapshot that someone else makes. */
  static fromName(name: string, known: Omit<IVolumeSnapshot, 'snapshotName'> = {}): IVolumeSnapshot {
    return { ...known, snapshotName: name };
  }

  /** @throws PropError when the claim is in another namespace. */
  constructor(scope: Construct, id: string, props: VolumeSnapshotProps) {
    super(scope, id);
    const { source, snapshotClass } = props;
    const metadata = metadataOf(this, props);
    this.name = metadata.name;
    this.namespace = namespaceOf(this, props.namespace);
    this.size = source.size;
    if (
      source.namespace !== undefined &&
      this.namespace !== undefined &&
      source.namespace !== this.namespace
    ) {
      throw new PropError({
        construct: this,
        prop: 'namespace',
        problem: 'must be that of the claim that the snapshot is made of',
        received: this.namespace,
        allowed: source.namespace,
        fix: "make the snapshot in the claim's namespace",
      });
    }
    new RenderedObject(this, 'Resource', SnapshotObject, {
      metadata,
      spec: { source: source.toKube(), volumeSnapshotClassName: snapshotClass?.snapshotClassName },
    });
  }

  get snapshotName(): string {
    return this.name;
  }
}
