import type { Construct } from 'constructs';
import { PropError } from '../prop-error';
import { classParameters, FS_TYPE_PARAMETER } from './class-parameters';
import { StorageClass, type StorageClassSettings } from './storage-class';

/** Kinds of EBS volume. */
export type EbsVolumeType = 'gp3' | 'gp2' | 'io1' | 'io2' | 'st1' | 'sc1' | 'standard';

/** Props of an {@link EbsStorageClass}. */
export interface EbsStorageClassProps extends StorageClassSettings {
  /** @default not emitted: gp3 */
  readonly type?: EbsVolumeType;
  /** Operations per second. For gp3, io1 and io2. @default not emitted: what the type has */
  readonly iops?: number;
  /** Operations per second for each GiB, in place of `iops`. For gp3, io1 and io2. @default none */
  readonly iopsPerGb?: number;
  /** MiB per second. For gp3. @default not emitted: 125 */
  readonly throughput?: number;
  /** @default not emitted: what the account's settings say */
  readonly encrypted?: boolean;
  /** ARN of the key to encrypt with. @default not emitted: the region's own */
  readonly kmsKeyId?: string;
  /** File system that a new volume is formatted with. @default not emitted: ext4 */
  readonly fsType?: 'ext2' | 'ext3' | 'ext4' | 'xfs' | 'ntfs';
}

/**
 * Volumes of AWS Elastic Block Store, by the CSI driver `ebs.csi.aws.com`. A volume is in one zone: with
 * `VolumeBindingMode.WAIT_FOR_FIRST_CONSUMER` it is made in the zone of its pod.
 *
 * @see https://kubernetes.io/docs/concepts/storage/storage-classes/#aws-ebs
 */
export class EbsStorageClass extends StorageClass {
  /** @throws PropError for a performance setting that the type does not have. */
  constructor(scope: Construct, id: string, props: EbsStorageClassProps = {}) {
    super(scope, id, {
      ...props,
      provisioner: 'ebs.csi.aws.com',
      parameters: classParameters(
        {
          type: props.type,
          iops: props.iops,
          iopsPerGB: props.iopsPerGb,
          throughput: props.throughput,
          encrypted: props.encrypted,
          kmsKeyId: props.kmsKeyId,
          [FS_TYPE_PARAMETER]: props.fsType,
        },
        props.parameters,
      ),
    });
    this.checkPerformance(props);
  }

  private checkPerformance({ type = 'gp3', iops, iopsPerGb, throughput }: EbsStorageClassProps): void {
    const refuse = (prop: string, problem: string, received: unknown, allowed: string) =>
      new PropError({
        construct: this,
        prop,
        problem,
        received,
        allowed,
        fix: `drop '${prop}', or change 'type'`,
      });

    if (iops !== undefined && iopsPerGb !== undefined) {
      throw refuse('iopsPerGb', 'is given beside iops', iopsPerGb, 'one of the two');
    }
    if ((iops ?? iopsPerGb) !== undefined && !['gp3', 'io1', 'io2'].includes(type)) {
      const prop = iops === undefined ? 'iopsPerGb' : 'iops';
      throw refuse(prop, `is nothing that ${type} has`, iops ?? iopsPerGb, 'gp3, io1 and io2 have it');
    }
    if (throughput !== undefined && type !== 'gp3') {
      throw refuse('throughput', `is nothing that ${type} has`, throughput, 'gp3 has it');
    }
  }
}
