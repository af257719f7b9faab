import type { Construct } from 'constructs';
import { classParameters } from './class-parameters';
import { StorageClass, type StorageClassSettings } from './storage-class';

/** Props of an {@link NfsStorageClass}. */
export interface NfsStorageClassProps extends StorageClassSettings {
  /** Host name or IP address of the NFS server. */
  readonly server: string;
  /** The export of the server in which every volume gets a folder. */
  readonly share: string;
  /** Folder of a volume. @default not emitted: the name of the volume */
  readonly subDir?: string;
  /** Mode that the folder gets after a mount, as octal digits: `0770`. @default not emitted: unchanged */
  readonly mountPermissions?: string;
  /** What happens to the folder when the volume is deleted. @default not emitted: delete */
  readonly onDelete?: 'delete' | 'retain' | 'archive';
}

/**
 * Folders of an NFS server, by the CSI driver `nfs.csi.k8s.io`. Many nodes can write to such a volume.
 *
 * @see https://kubernetes.io/docs/concepts/storage/storage-classes/#nfs
 */
export class NfsStorageClass extends StorageClass {
  constructor(scope: Construct, id: string, props: NfsStorageClassProps) {
    const { server, share, subDir, mountPermissions, onDelete } = props;
    super(scope, id, {
      ...props,
      provisioner: 'nfs.csi.k8s.io',
      parameters: classParameters({ server, share, subDir, mountPermissions, onDelete }, props.parameters),
    });
  }
}
