import { dnsLabelComplaints } from '../../../kubernetes/dns-format';
import type { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';

const CACHING_MODES = ['None', 'ReadOnly', 'ReadWrite'];
const AZURE_KINDS = ['Dedicated', 'Managed', 'Shared'];
const PARTITION_MAX = 255;

/** A disk by its name or id. */
interface DiskSource {
  readonly pdName?: string;
  readonly volumeID?: string;
  readonly volumePath?: string;
  readonly pdID?: string;
  readonly partition?: number;
  readonly secretRef?: { readonly name?: string };
}

/** A disk of Google Compute Engine. */
export function validateGcePersistentDisk(source: DiskSource, path: FieldPath, errors: FieldErrors): void {
  if (!source.pdName) errors.required(path.child('pdName'));
  validatePartition(source.partition, path, errors);
}

/** A disk of AWS. */
export function validateAwsElasticBlockStore(source: DiskSource, path: FieldPath, errors: FieldErrors): void {
  if (!source.volumeID) errors.required(path.child('volumeID'));
  validatePartition(source.partition, path, errors);
}

/** A disk of OpenStack. */
export function validateCinder(
  { volumeID, secretRef }: DiskSource,
  path: FieldPath,
  errors: FieldErrors,
): void {
  if (!volumeID) errors.required(path.child('volumeID'));
  if (secretRef && !secretRef.name) errors.required(path.child('secretRef', 'name'));
}

/** A disk of vSphere. */
export function validateVsphereVolume(source: DiskSource, path: FieldPath, errors: FieldErrors): void {
  if (!source.volumePath) errors.required(path.child('volumePath'));
}

/** A disk of Photon. */
export function validatePhotonPersistentDisk(source: DiskSource, path: FieldPath, errors: FieldErrors): void {
  if (!source.pdID) errors.required(path.child('pdID'));
}

/** A volume of Portworx. */
export function validatePortworxVolume(source: DiskSource, path: FieldPath, errors: FieldErrors): void {
  if (!source.volumeID) errors.required(path.child('volumeID'));
}

/** A share of Azure. */
export function validateAzureFile(
  { secretName, shareName }: { readonly secretName?: string; readonly shareName?: string },
  path: FieldPath,
  errors: FieldErrors,
): void {
  if (!secretName) errors.required(path.child('secretName'));
  if (!shareName) errors.required(path.child('shareName'));
}

/** A disk of Azure. Its kind is Shared where none is said. */
export function validateAzureDisk(
  disk: {
    readonly diskName?: string;
    readonly diskURI?: string;
    readonly cachingMode?: string;
    readonly kind?: string;
  },
  path: FieldPath,
  errors: FieldErrors,
): void {
  const { diskName, diskURI: uri = '', cachingMode, kind = 'Shared' } = disk;
  if (!diskName) errors.required(path.child('diskName'));
  if (uri === '') errors.required(path.child('diskURI'));
  if (cachingMode !== undefined && !CACHING_MODES.includes(cachingMode)) {
    errors.notSupported(path.child('cachingMode'), cachingMode, CACHING_MODES);
  }
  if (!AZURE_KINDS.includes(kind)) errors.notSupported(path.child('kind'), kind, AZURE_KINDS);
  const prefix = kind === 'Managed' ? '/subscriptions/' : 'https://';
  if (!uri.startsWith(prefix)) {
    errors.notSupported(path.child('diskURI'), uri, [`${prefix}...`], {
      fix: "set kind: Managed for a managed disk, whose URI begins with '/subscriptions/'",
    });
  }
}

/** A volume of ScaleIO. */
export function validateScaleIo(
  source: { readonly gateway?: string; readonly system?: string; readonly volumeName?: string },
  path: FieldPath,
  errors: FieldErrors,
): void {
  if (!source.gateway) errors.required(path.child('gateway'));
  if (!source.system) errors.required(path.child('system'));
  if (!source.volumeName) errors.required(path.child('volumeName'));
}

/** A volume of StorageOS. */
export function validateStorageOs(
  source: {
    readonly volumeName?: string;
    readonly volumeNamespace?: string;
    readonly secretRef?: { readonly name?: string };
  },
  path: FieldPath,
  errors: FieldErrors,
): void {
  const { volumeName, volumeNamespace, secretRef } = source;
  if (!volumeName) errors.required(path.child('volumeName'));
  else errors.invalidField(path, 'volumeName', volumeName, dnsLabelComplaints(volumeName));
  if (volumeNamespace) {
    errors.invalidField(path, 'volumeNamespace', volumeNamespace, dnsLabelComplaints(volumeNamespace));
  }
  if (secretRef && !secretRef.name) errors.required(path.child('secretRef', 'name'));
}

function validatePartition(partition: number | undefined, path: FieldPath, errors: FieldErrors): void {
  if (partition !== undefined && (partition < 0 || partition > PARTITION_MAX)) {
    errors.invalid(path.child('partition'), partition, `must be from 0 to ${PARTITION_MAX}`);
  }
}
