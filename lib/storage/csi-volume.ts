import { dnsSubdomainComplaints } from '../kubernetes/dns-format';
import { PropError } from '../prop-error';

/** A Secret that a driver reads, by name and namespace: a PersistentVolume has no namespace of its own. */
export interface CsiSecret {
  readonly name: string;
  readonly namespace: string;
}

/** The Secrets that a driver reads at each step. */
export interface CsiSecrets {
  /** Attaches the volume to a node. @default none */
  readonly controllerPublish?: CsiSecret;
  /** Makes the volume larger. @default none */
  readonly controllerExpand?: CsiSecret;
  /** Mounts the volume on a node. @default none */
  readonly nodeStage?: CsiSecret;
  /** Mounts the volume into a pod. @default none */
  readonly nodePublish?: CsiSecret;
  /** Makes the file system larger. @default none */
  readonly nodeExpand?: CsiSecret;
}

/**
 * A volume of a CSI driver that exists already.
 *
 * @see https://kubernetes.io/docs/concepts/storage/volumes/#csi
 */
export interface CsiVolumeSpec {
  /** Name of the driver, such as `ebs.csi.aws.com`. */
  readonly driver: string;
  /** What the driver knows the volume by. */
  readonly volumeHandle: string;
  /** File system of the volume. @default not emitted: the driver's */
  readonly fsType?: string;
  /** @default not emitted: false */
  readonly readOnly?: boolean;
  /** What the driver wants to know of the volume, as its documentation names it. @default none */
  readonly volumeAttributes?: Readonly<Record<string, string>>;
  /** @default none */
  readonly secrets?: CsiSecrets;
}

/** @throws PropError when the driver's name or the volume's handle cannot be one. */
export function checkCsiVolume({ driver, volumeHandle }: CsiVolumeSpec): void {
  checkCsiDriver('csi.driver', driver);
  if (volumeHandle !== '') return;
  throw new PropError({
    prop: 'csi.volumeHandle',
    problem: 'must not be empty',
    allowed: 'what the driver knows the volume by',
    fix: "look the handle up in the driver's documentation",
  });
}

/** @throws PropError when a driver's name cannot be one. */
export function checkCsiDriver(prop: string, driver: string): void {
  const complaints = [...dnsSubdomainComplaints(driver.toLowerCase())];
  if (driver.length > 63) complaints.push('must be no longer than 63 characters');
  if (complaints.length === 0) return;
  throw new PropError({
    prop,
    problem: complaints.join(', and '),
    received: driver,
    allowed: 'the name of a CSI driver, such as ebs.csi.aws.com',
    fix: "use the name of the cluster's CSIDriver object",
  });
}
