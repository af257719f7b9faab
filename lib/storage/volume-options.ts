import type { ClaimSpecProps } from './claim-spec';
import type { DownwardFiles } from './downward-field';
import type { HostPathSpec } from './host-path';
import type { NfsSpec } from './nfs-export';
import type { StorageSizeLike } from './storage-size';
import type { VolumeItems } from './volume-files';

/** A volume whose name follows from what it leads to. */
export interface NamedVolumeOptions {
  /** Name in the pod, a DNS label. @default made of the name of what it leads to */
  readonly name?: string;
}

/** A volume that needs a name. */
export interface UnnamedVolumeOptions {
  /** Name in the pod, a DNS label. */
  readonly name: string;
}

/** The mode that files of a volume get. */
export interface FileModeOptions {
  /** Mode of the files, such as 0o400. @default not emitted: 0o644 */
  readonly defaultMode?: number;
}

/** A volume of the keys of a ConfigMap or a Secret. */
export interface KeysVolumeOptions extends NamedVolumeOptions, FileModeOptions {
  /** Which keys become files, and where. @default not emitted: every key, each under its own name */
  readonly items?: VolumeItems;
  /** Whether pods start without it. @default not emitted: false */
  readonly optional?: boolean;
}

/** A directory that is empty at first, and gone with the pod. */
export interface EmptyDirOptions extends UnnamedVolumeOptions {
  /** What it is kept on. @default not emitted: the disk of the node */
  readonly medium?: 'Memory' | 'HugePages' | `HugePages-${string}`;
  /** The most it may hold: a pod that writes more is evicted. @default not emitted: as much as the node has */
  readonly sizeLimit?: StorageSizeLike;
}

/** Files of several sources in one directory. */
export interface ProjectedOptions extends UnnamedVolumeOptions, FileModeOptions {}

/** What the pod says of itself, as files. */
export interface DownwardApiOptions extends UnnamedVolumeOptions, FileModeOptions {
  /** The files by path. */
  readonly files: DownwardFiles;
}

/** A claim as a volume. */
export interface ClaimVolumeOptions extends NamedVolumeOptions {
  /** Whether every container mounts it read-only. @default not emitted: false */
  readonly readOnly?: boolean;
}

/** A path of the node. */
export interface HostPathOptions extends UnnamedVolumeOptions, HostPathSpec {}

/** A directory that an NFS server exports. */
export interface NfsOptions extends UnnamedVolumeOptions, NfsSpec {}

/** A volume that a CSI driver makes for the pod, and that is gone with it. */
export interface CsiVolumeOptions extends UnnamedVolumeOptions {
  /** Name of the driver, such as `secrets-store.csi.k8s.io`. It must offer such volumes. */
  readonly driver: string;
  /** @default not emitted: false */
  readonly readOnly?: boolean;
  /** File system. @default not emitted: the driver's */
  readonly fsType?: string;
  /** What the driver wants to know, as its documentation names it. @default none */
  readonly volumeAttributes?: Readonly<Record<string, string>>;
  /** Name of the Secret that the driver reads, in the pod's namespace. @default none */
  readonly nodePublishSecret?: string;
}

/** A claim that is made for the pod, and deleted with it. */
export interface EphemeralOptions extends UnnamedVolumeOptions, ClaimSpecProps {
  /** Labels of the claim. @default none */
  readonly labels?: Readonly<Record<string, string>>;
  /** @default none */
  readonly annotations?: Readonly<Record<string, string>>;
}
