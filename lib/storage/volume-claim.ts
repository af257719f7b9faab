import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { namespaceOf } from '../naming/cluster-settings';
import { RenderedObject } from '../objects/rendered-object';
import type { AccessMode } from './access-mode';
import { pair } from './binding';
import { ClaimClass } from './claim-class';
import type { IVolumeClaim } from './claim-handle';
import { ClaimSpec, type ClaimSpecProps } from './claim-spec';
import type { IMountable } from './mountable';
import { metadataOf, type NamespacedObjectProps } from './object-props';
import type { IPersistentVolume } from './persistent-volume-handle';
import type { StorageSize } from './storage-size';
import type { VolumeMode } from './volume-mode';
import { podVolumeName } from './volume-name';

/** Props of a {@link VolumeClaim}. */
export interface VolumeClaimProps extends NamespacedObjectProps, ClaimSpecProps {
  /**
   * The class of the volume.
   *
   * @default ClaimClass.default(); with `volume`, that volume's class, and ClaimClass.static() where it has none
   */
  readonly storageClass?: ClaimClass;

  /**
   * The static volume to bind. Another claim can still take it first, unless it is reserved for this one
   * ({@link IPersistentVolume}, `PersistentVolume.reserveFor`).
   *
   * @default none: one is found or provisioned
   */
  readonly volume?: IPersistentVolume;
}

/** What is known of a claim that someone else makes. */
export type ForeignClaim = Pick<IVolumeClaim, 'namespace' | 'size' | 'accessModes' | 'volumeMode'>;

/**
 * A claim of storage, which pods mount. What it asks for is fixed once it exists, but for a size that grows.
 *
 * @see https://kubernetes.io/docs/concepts/storage/persistent-volumes/#persistentvolumeclaims
 */
export class VolumeClaim extends Construct implements IVolumeClaim, IMountable {
  readonly name: string;
  /** The namespace that it is in, where one is known. */
  readonly namespace?: string;
  readonly size: StorageSize;
  readonly storageClass: ClaimClass;
  readonly accessModes: readonly AccessMode[];
  readonly volumeMode: VolumeMode;

  /** A claim that someone else makes; `Volume.claim()` makes it mountable. */
  static fromName(name: string, known: ForeignClaim = {}): IVolumeClaim {
    return { ...known, claimName: name };
  }

  /** @throws PropError for what the API server would refuse, or for a volume that does not agree with it. */
  constructor(scope: Construct, id: string, props: VolumeClaimProps) {
    super(scope, id);
    const metadata = metadataOf(this, props);
    const spec = new ClaimSpec(
      this,
      { ...props, storageClass: props.storageClass ?? classOf(props.volume) },
      namespaceOf(this, props.namespace),
    );
    this.name = metadata.name;
    this.namespace = namespaceOf(this, props.namespace);
    this.size = spec.size;
    this.storageClass = spec.storageClass;
    this.accessModes = spec.accessModes;
    this.volumeMode = spec.volumeMode;
    if (props.volume) pair({ construct: this, prop: 'volume', claim: this, volume: props.volume });
    new RenderedObject(this, 'Resource', k8s.KubePersistentVolumeClaim, {
      metadata,
      spec: spec.toKube(props.volume?.persistentVolumeName),
    });
  }

  /** The claim itself: as a mountable, it is the claim behind the volume. */
  get claim(): IVolumeClaim {
    return this;
  }

  get claimName(): string {
    return this.name;
  }

  /**
   * Name of the volume in a pod that mounts it: the claim's, with hyphens for dots.
   *
   * @throws PropError when that is no DNS label: `Volume.claim()` takes another name.
   */
  get volumeName(): string {
    return podVolumeName(undefined, this.name, this);
  }

  toPodVolume(): k8s.Volume {
    return { name: this.volumeName, persistentVolumeClaim: { claimName: this.name } };
  }
}

function classOf(volume: IPersistentVolume | undefined): ClaimClass | undefined {
  const name = volume?.storageClassName;
  if (name === undefined) return undefined;
  return name === '' ? ClaimClass.static() : ClaimClass.named(name);
}
