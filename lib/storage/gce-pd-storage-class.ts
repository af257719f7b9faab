import type { Construct } from 'constructs';
import { classParameters, FS_TYPE_PARAMETER } from './class-parameters';
import { StorageClass, type StorageClassSettings } from './storage-class';

/** Kinds of Compute Engine disk. */
export type GcePdType =
  | 'pd-standard'
  | 'pd-balanced'
  | 'pd-ssd'
  | 'pd-extreme'
  | 'hyperdisk-balanced'
  | 'hyperdisk-extreme'
  | 'hyperdisk-throughput'
  | 'hyperdisk-ml';

/** Props of a {@link GcePdStorageClass}. */
export interface GcePdStorageClassProps extends StorageClassSettings {
  /** @default not emitted: pd-standard */
  readonly type?: GcePdType;
  /** Whether a disk is in one zone or in two of its region. @default not emitted: none, one zone */
  readonly replicationType?: 'none' | 'regional-pd';
  /** Resource name of the key to encrypt with. @default not emitted: Google's own */
  readonly diskEncryptionKmsKey?: string;
  /** Operations per second that a disk is made with. For pd-extreme and hyperdisks. @default not emitted */
  readonly provisionedIopsOnCreate?: number;
  /** MiB per second that a disk is made with. For hyperdisks. @default not emitted */
  readonly provisionedThroughputOnCreate?: number;
  /** Labels of the disk at the provider. @default none */
  readonly diskLabels?: Readonly<Record<string, string>>;
  /** File system that a new disk is formatted with. @default not emitted: ext4 */
  readonly fsType?: 'ext4' | 'xfs' | 'ntfs';
}

/**
 * Persistent disks of Google Compute Engine, by the CSI driver `pd.csi.storage.gke.io`.
 *
 * @see https://kubernetes.io/docs/concepts/storage/storage-classes/#gce-pd
 */
export class GcePdStorageClass extends StorageClass {
  constructor(scope: Construct, id: string, props: GcePdStorageClassProps = {}) {
    const labels =
      props.diskLabels && Object.entries(props.diskLabels).map(([key, value]) => `${key}=${value}`);
    super(scope, id, {
      ...props,
      provisioner: 'pd.csi.storage.gke.io',
      parameters: classParameters(
        {
          type: props.type,
          'replication-type': props.replicationType,
          'disk-encryption-kms-key': props.diskEncryptionKmsKey,
          'provisioned-iops-on-create': props.provisionedIopsOnCreate,
          'provisioned-throughput-on-create':
            props.provisionedThroughputOnCreate && `${props.provisionedThroughputOnCreate}Mi`,
          labels: labels?.join(','),
          [FS_TYPE_PARAMETER]: props.fsType,
        },
        props.parameters,
      ),
    });
  }
}
