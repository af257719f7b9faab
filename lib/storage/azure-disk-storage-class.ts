import type { Construct } from 'constructs';
import { classParameters } from './class-parameters';
import { StorageClass, type StorageClassSettings } from './storage-class';

/** Kinds of managed disk. */
export type AzureDiskSku =
  | 'Standard_LRS'
  | 'StandardSSD_LRS'
  | 'StandardSSD_ZRS'
  | 'Premium_LRS'
  | 'Premium_ZRS'
  | 'PremiumV2_LRS'
  | 'UltraSSD_LRS';

/** Props of an {@link AzureDiskStorageClass}. */
export interface AzureDiskStorageClassProps extends StorageClassSettings {
  /** @default not emitted: StandardSSD_LRS */
  readonly skuName?: AzureDiskSku;
  /** Cache of the host. @default not emitted: ReadOnly */
  readonly cachingMode?: 'None' | 'ReadOnly' | 'ReadWrite';
  /** File system that a new disk is formatted with. @default not emitted: ext4 */
  readonly fsType?: 'ext2' | 'ext3' | 'ext4' | 'xfs' | 'btrfs' | 'ntfs';
  /** Resource group to make the disks in. @default not emitted: the cluster's */
  readonly resourceGroup?: string;
  /** Region to make the disks in. @default not emitted: the cluster's */
  readonly location?: string;
  /** Operations per second. For UltraSSD_LRS and PremiumV2_LRS. @default not emitted: 500 */
  readonly diskIopsReadWrite?: number;
  /** MB per second. For UltraSSD_LRS and PremiumV2_LRS. @default not emitted: 100 */
  readonly diskMbpsReadWrite?: number;
  /** Resource id of the disk encryption set. @default not emitted: the platform's own key */
  readonly diskEncryptionSetId?: string;
  /** Whether premium disks above 512 GiB may burst. @default not emitted: false */
  readonly enableBursting?: boolean;
  /** Who may export a disk. @default not emitted: AllowAll */
  readonly networkAccessPolicy?: 'AllowAll' | 'DenyAll' | 'AllowPrivate';
  /** Tags of the disk at the provider. @default none */
  readonly tags?: Readonly<Record<string, string>>;
}

/**
 * Managed disks of Azure, by the CSI driver `disk.csi.azure.com`.
 *
 * @see https://kubernetes.io/docs/concepts/storage/storage-classes/#azure-disk
 */
export class AzureDiskStorageClass extends StorageClass {
  constructor(scope: Construct, id: string, props: AzureDiskStorageClassProps = {}) {
    const tags = props.tags && Object.entries(props.tags).map(([key, value]) => `${key}=${value}`);
    super(scope, id, {
      ...props,
      provisioner: 'disk.csi.azure.com',
      parameters: classParameters(
        {
          skuName: props.skuName,
          cachingMode: props.cachingMode,
          fsType: props.fsType,
          resourceGroup: props.resourceGroup,
          location: props.location,
          DiskIOPSReadWrite: props.diskIopsReadWrite,
          DiskMBpsReadWrite: props.diskMbpsReadWrite,
          diskEncryptionSetID: props.diskEncryptionSetId,
          enableBursting: props.enableBursting,
          networkAccessPolicy: props.networkAccessPolicy,
          tags: tags?.join(','),
        },
        props.parameters,
      ),
    });
  }
}
