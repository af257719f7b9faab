import { Lazy } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { RenderedObject } from '../objects/rendered-object';
import { PropError } from '../prop-error';
import { AccessMode, checkAccessModes } from './access-mode';
import { pair } from './binding';
import type { IVolumeClaim } from './claim-handle';
import { metadataOf, type ObjectProps } from './object-props';
import type { IPersistentVolume } from './persistent-volume-handle';
import { checkReclaimPolicy, type ReclaimPolicy } from './reclaim-policy';
import type { IStorageClass } from './storage-class-handle';
import { StorageSize, type StorageSizeLike } from './storage-size';
import { checkVolumeMode, VolumeMode } from './volume-mode';
import type { VolumeNodes } from './volume-nodes';
import type { VolumeSource } from './volume-source';

/** Props of a {@link PersistentVolume}. */
export interface PersistentVolumeProps extends ObjectProps {
  /** How much it holds. */
  readonly size: StorageSizeLike;

  /** Where the data is. */
  readonly source: VolumeSource;

  /**
   * How it can be mounted. The API requires one.
   *
   * @default [AccessMode.READ_WRITE_ONCE]
   */
  readonly accessModes?: readonly AccessMode[];

  /**
   * Whether containers get a directory or a raw block device.
   *
   * @default not emitted: Filesystem
   */
  readonly volumeMode?: VolumeMode;

  /**
   * What happens when its claim is deleted.
   *
   * @default not emitted: Retain
   */
  readonly reclaimPolicy?: ReclaimPolicy;

  /**
   * Its class: claims of that class alone can bind it.
   *
   * @default not emitted: none, for claims with ClaimClass.static()
   */
  readonly storageClass?: IStorageClass;

  /**
   * Options that it is mounted with. Nobody checks them: a wrong one fails the mount.
   *
   * @default none
   */
  readonly mountOptions?: readonly string[];

  /**
   * The nodes that can reach it. A local source says them itself.
   *
   * @default not emitted: all
   */
  readonly nodes?: VolumeNodes;

  /**
   * The claim that it is for; see {@link PersistentVolume.reserveFor}.
   *
   * @default none: any claim that fits
   */
  readonly reservedFor?: IVolumeClaim;
}

/**
 * A volume that exists already, made known to the cluster: a static volume. Cluster-scoped: it never gets a
 * namespace.
 *
 * @see https://kubernetes.io/docs/concepts/storage/persistent-volumes/
 */
export class PersistentVolume extends Construct implements IPersistentVolume {
  readonly name: string;
  readonly size: StorageSize;
  readonly accessModes: readonly AccessMode[];
  readonly volumeMode: VolumeMode;
  readonly storageClassName: string;
  private holder?: IVolumeClaim;

  /** A volume that someone else makes. */
  static fromName(name: string): IPersistentVolume {
    return { persistentVolumeName: name };
  }

  /** @throws PropError for what the API server would refuse, and for what could not be mounted. */
  constructor(
    scope: Construct,
    id: string,
    private readonly props: PersistentVolumeProps,
  ) {
    super(scope, id);
    const metadata = metadataOf(this, props);
    this.name = metadata.name;
    this.size = StorageSize.from(props.size);
    this.accessModes = props.accessModes ?? [AccessMode.READ_WRITE_ONCE];
    this.volumeMode = props.volumeMode ?? VolumeMode.FILESYSTEM;
    this.storageClassName = props.storageClass?.storageClassName ?? '';
    checkAccessModes(this, this.accessModes);
    checkVolumeMode(this, props.volumeMode);
    checkReclaimPolicy(this, props.reclaimPolicy);
    this.checkSource();
    if (props.reservedFor) this.reserveFor(props.reservedFor);
    new RenderedObject(this, 'Resource', k8s.KubePersistentVolume, {
      metadata,
      spec: Lazy.any({ produce: () => this.spec() }),
    });
  }

  get persistentVolumeName(): string {
    return this.name;
  }

  /**
   * Keeps the volume for one claim: no other can bind it, and that claim takes it even before others that fit.
   *
   * @throws PropError when the claim's namespace is not known, or when the two could never be bound.
   * @see https://kubernetes.io/docs/concepts/storage/persistent-volumes/#reserving-a-persistentvolume
   */
  reserveFor(claim: IVolumeClaim): void {
    if (claim.namespace === undefined) {
      throw new PropError({
        construct: this,
        prop: 'reservedFor',
        problem: `needs the namespace of claim '${claim.claimName}', which is not known`,
        allowed: 'a claim in a known namespace',
        fix: "give the claim or its chart a 'namespace', or VolumeClaim.fromName() one",
      });
    }
    pair({ construct: this, prop: 'reservedFor', claim, volume: this });
    this.holder = claim;
  }

  private spec(): k8s.PersistentVolumeSpec {
    const {
      source,
      nodes = source.nodes,
      storageClass,
      volumeMode,
      reclaimPolicy,
      mountOptions,
    } = this.props;
    return {
      capacity: { storage: k8s.Quantity.fromString(this.size.toString()) },
      accessModes: [...this.accessModes],
      volumeMode,
      persistentVolumeReclaimPolicy: reclaimPolicy,
      storageClassName: storageClass?.storageClassName,
      mountOptions: mountOptions && [...mountOptions],
      nodeAffinity: nodes?.toKube(),
      claimRef: this.holder && { name: this.holder.claimName, namespace: this.holder.namespace },
      ...source.toKube(),
    };
  }

  private checkSource(): void {
    const { source, nodes, mountOptions } = this.props;
    const refuse = (prop: string, problem: string, fix: string) =>
      new PropError({ construct: this, prop, problem: `${problem} of kind ${source.kind}`, fix });

    if (nodes && source.nodes) {
      throw refuse('nodes', 'must not be given beside a source', 'give the nodes to the source alone');
    }
    if (this.volumeMode === 'Block' && (source.kind === 'nfs' || source.kind === 'hostPath')) {
      throw refuse(
        'volumeMode',
        'must not be Block with a source',
        'use a local or CSI source, or Filesystem',
      );
    }
    if (mountOptions?.length && source.kind === 'hostPath') {
      throw refuse('mountOptions', 'must be empty with a source', 'drop them: such a volume is not mounted');
    }
  }
}
