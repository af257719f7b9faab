import { k8s } from 'cdk8s-plus-28';
import type { IConstruct } from 'constructs';
import type { LabelSelectorSpec } from '../kubernetes/label-selector';
import { PropError } from '../prop-error';
import { AccessMode, checkAccessModes } from './access-mode';
import { ClaimClass } from './claim-class';
import { checkClaimSelector } from './claim-selector';
import type { DataSource } from './data-source';
import { StorageSize, type StorageSizeLike } from './storage-size';
import { checkVolumeMode, VolumeMode } from './volume-mode';

/** What a claim asks for, be it a claim, a claim template or a volume that lives as long as its pod. */
export interface ClaimSpecProps {
  /** The least size of the volume. It may grow later, where the class allows it, and never shrink. */
  readonly size: StorageSizeLike;

  /**
   * The class of the volume.
   *
   * @default ClaimClass.default(): not emitted, the cluster's default class
   */
  readonly storageClass?: ClaimClass;

  /**
   * How the volume is to be mounted. The API requires one.
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
   * Labels of the volumes that may be bound. No volume is provisioned for a claim with a selector.
   *
   * @default none
   */
  readonly selector?: LabelSelectorSpec;

  /**
   * What the volume is filled with.
   *
   * @default none: it is empty
   */
  readonly dataSource?: DataSource;
}

/** What a claim asks for, checked. */
export class ClaimSpec {
  readonly size: StorageSize;
  readonly storageClass: ClaimClass;
  readonly accessModes: readonly AccessMode[];

  /**
   * @param construct the claim, or what the template belongs to, where there is one yet.
   * @param namespace the namespace of the claim, where it is known.
   * @throws PropError for what the API server or the provisioner would refuse.
   */
  constructor(
    private readonly construct: IConstruct | undefined,
    private readonly props: ClaimSpecProps,
    private readonly namespace?: string,
  ) {
    this.size = StorageSize.from(props.size);
    this.storageClass = props.storageClass ?? ClaimClass.default();
    this.accessModes = props.accessModes ?? [AccessMode.READ_WRITE_ONCE];
    checkAccessModes(construct, this.accessModes);
    checkVolumeMode(construct, props.volumeMode);
    if (props.selector) checkClaimSelector(construct, props.selector);
    if (props.dataSource) this.checkDataSource(props.dataSource);
  }

  /** The volume mode that holds, emitted or not. */
  get volumeMode(): VolumeMode {
    return this.props.volumeMode ?? VolumeMode.FILESYSTEM;
  }

  /**
   * The spec as the API writes it.
   *
   * @param volumeName the static volume to bind.
   */
  toKube(volumeName?: string): k8s.PersistentVolumeClaimSpec {
    const { volumeMode, selector, dataSource } = this.props;
    return {
      accessModes: [...this.accessModes],
      resources: { requests: { storage: k8s.Quantity.fromString(this.size.toString()) } },
      storageClassName: this.storageClass.field,
      volumeMode,
      volumeName,
      selector: selector as k8s.LabelSelector | undefined,
      dataSource: dataSource?.toKube(),
    };
  }

  private checkDataSource(source: DataSource): void {
    const refuse = (prop: string, problem: string, received: unknown, allowed: unknown) =>
      new PropError({
        construct: this.construct,
        prop,
        problem: `${problem} of ${source}, which is to fill the claim`,
        received,
        allowed: String(allowed),
        fix: `change '${prop}', or leave out 'dataSource'`,
      });

    if (source.size && this.size.compare(source.size) < 0) {
      throw refuse('size', 'must not be less than that', String(this.size), `${source.size} or more`);
    }
    if (
      source.namespace !== undefined &&
      this.namespace !== undefined &&
      source.namespace !== this.namespace
    ) {
      throw refuse('namespace', 'must be that', this.namespace, source.namespace);
    }
    if (source.volumeMode && source.volumeMode !== this.volumeMode) {
      throw refuse('volumeMode', 'must be that', this.volumeMode, source.volumeMode);
    }
  }
}
