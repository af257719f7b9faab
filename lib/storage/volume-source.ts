import type { k8s } from 'cdk8s-plus-28';
import { type CsiVolumeSpec, checkCsiVolume } from './csi-volume';
import { checkAbsolutePath } from './file-checks';
import { checkHostPath, type HostPathSpec } from './host-path';
import { checkNfs, type NfsSpec } from './nfs-export';
import type { VolumeNodes } from './volume-nodes';

/** A disk or directory of one node. */
export interface LocalSpec {
  /** Absolute path of the directory or device on the node. */
  readonly path: string;
  /** The nodes that have it, usually one. */
  readonly nodes: VolumeNodes;
  /** File system to format a device with. @default not emitted: decided by the kubelet */
  readonly fsType?: string;
}

/** The part of a PersistentVolume that a source writes. */
export type VolumeSourceFields = Pick<k8s.PersistentVolumeSpec, 'csi' | 'nfs' | 'local' | 'hostPath'>;

/**
 * Where the data of a {@link PersistentVolume} is. A local source says which nodes have it: one that does not
 * cannot be written.
 *
 * @see https://kubernetes.io/docs/concepts/storage/persistent-volumes/#types-of-persistent-volumes
 */
export class VolumeSource {
  private constructor(
    private readonly fields: VolumeSourceFields,
    /** What kind it is. */
    readonly kind: keyof VolumeSourceFields,
    /** The nodes that have it, where the source knows. */
    readonly nodes?: VolumeNodes,
  ) {}

  /**
   * A volume that a CSI driver attaches.
   *
   * @throws PropError when the driver's name or the volume's handle cannot be one.
   */
  static csi(spec: CsiVolumeSpec): VolumeSource {
    checkCsiVolume(spec);
    const { secrets = {}, ...plain } = spec;
    return new VolumeSource(
      {
        csi: {
          ...plain,
          controllerPublishSecretRef: secrets.controllerPublish,
          controllerExpandSecretRef: secrets.controllerExpand,
          nodeStageSecretRef: secrets.nodeStage,
          nodePublishSecretRef: secrets.nodePublish,
          nodeExpandSecretRef: secrets.nodeExpand,
        },
      },
      'csi',
    );
  }

  /**
   * A directory that an NFS server exports. Many nodes can write to it.
   *
   * @throws PropError when the server is empty or the path is not absolute.
   */
  static nfs(spec: NfsSpec): VolumeSource {
    checkNfs(spec);
    return new VolumeSource({ nfs: spec }, 'nfs');
  }

  /**
   * A disk or directory of a node: its data is gone when the node is.
   *
   * @throws PropError when the path is not absolute.
   */
  static local({ nodes, ...local }: LocalSpec): VolumeSource {
    checkAbsolutePath('local.path', local.path);
    return new VolumeSource({ local }, 'local', nodes);
  }

  /**
   * A directory of whatever node the pod is on: for tests on one node.
   *
   * @throws PropError when the path is not absolute, or the type is none of the known.
   */
  static hostPath(spec: HostPathSpec): VolumeSource {
    checkHostPath(spec);
    return new VolumeSource({ hostPath: spec }, 'hostPath');
  }

  /** The fields of the spec as the API writes them. */
  toKube(): VolumeSourceFields {
    return this.fields;
  }
}
