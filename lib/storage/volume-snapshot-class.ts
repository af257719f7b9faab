import { Construct } from 'constructs';
import {
  VolumeSnapshotClass as SnapshotClassObject,
  type VolumeSnapshotClassDeletionPolicy,
} from '../../imports/snapshot.storage.k8s.io';
import { RenderedObject } from '../objects/rendered-object';
import { PropError } from '../prop-error';
import { checkCsiDriver } from './csi-volume';
import { metadataOf, type ObjectProps } from './object-props';
import type { IVolumeSnapshotClass } from './snapshot-handle';

/** The annotation that makes a snapshot class the default of its driver. */
export const DEFAULT_SNAPSHOT_CLASS_ANNOTATION = 'snapshot.storage.kubernetes.io/is-default-class';

/** What happens to the driver's snapshot when its VolumeSnapshot is deleted. */
export const DeletionPolicy = {
  /** It stays until someone deletes it. */
  RETAIN: 'Retain',
  /** It is deleted. */
  DELETE: 'Delete',
} as const;

export type DeletionPolicy = (typeof DeletionPolicy)[keyof typeof DeletionPolicy];

/** Props of a {@link VolumeSnapshotClass}. */
export interface VolumeSnapshotClassProps extends ObjectProps {
  /** Name of the CSI driver, the same as that of the claims' StorageClass. */
  readonly driver: string;

  /** What happens to the driver's snapshot when its VolumeSnapshot is deleted. */
  readonly deletionPolicy: DeletionPolicy;

  /**
   * Parameters of the driver, as its documentation names them.
   *
   * @default none
   */
  readonly parameters?: Readonly<Record<string, string>>;

  /**
   * Whether snapshots without a class get this one, where the driver is the same.
   *
   * @default not emitted: no
   */
  readonly isDefaultClass?: boolean;
}

/**
 * A class of snapshots: which driver makes them, and how. Cluster-scoped: it never gets a namespace.
 *
 * @see https://kubernetes.io/docs/concepts/storage/volume-snapshot-classes/
 */
export class VolumeSnapshotClass extends Construct implements IVolumeSnapshotClass {
  readonly name: string;

  /** A class that someone else makes. */
  static fromName(name: string): IVolumeSnapshotClass {
    return { snapshotClassName: name };
  }

  /** @throws PropError for a driver or a policy that the API server would refuse. */
  constructor(scope: Construct, id: string, props: VolumeSnapshotClassProps) {
    super(scope, id);
    const { driver, deletionPolicy, parameters, isDefaultClass } = props;
    const metadata = metadataOf(this, props);
    this.name = metadata.name;
    checkCsiDriver('driver', driver);
    if (!Object.values(DeletionPolicy).includes(deletionPolicy)) {
      throw new PropError({
        construct: this,
        prop: 'deletionPolicy',
        problem: 'must be one of the policies',
        received: deletionPolicy,
        allowed: Object.values(DeletionPolicy).join(', '),
        fix: 'use DeletionPolicy.RETAIN or DeletionPolicy.DELETE',
      });
    }
    const annotations =
      isDefaultClass === undefined
        ? props.annotations
        : { ...props.annotations, [DEFAULT_SNAPSHOT_CLASS_ANNOTATION]: String(isDefaultClass) };
    const type = {
      GVK: SnapshotClassObject.GVK,
      manifest: SnapshotClassObject.manifest,
      clusterScoped: true,
    };
    new RenderedObject(this, 'Resource', type, {
      metadata: { ...metadata, annotations },
      driver,
      deletionPolicy: deletionPolicy as VolumeSnapshotClassDeletionPolicy,
      parameters,
    });
  }

  get snapshotClassName(): string {
    return this.name;
  }
}
