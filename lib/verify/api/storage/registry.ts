import type { Validator, ValidatorKey } from '../validator';
import { validateCsiDriver } from './csi-driver';
import { validateCsiNode } from './csi-node';
import { validateCsiStorageCapacity } from './csi-storage-capacity';
import { validatePersistentVolume } from './persistent-volume';
import { validatePersistentVolumeClaim } from './persistent-volume-claim';
import { validateStorageClass } from './storage-class';
import { validateVolumeAttachment } from './volume-attachment';
import { validateVolumeAttributesClass } from './volume-attributes-class';

/** The kinds of storage, and what judges them. */
export const STORAGE_VALIDATORS: readonly [ValidatorKey, Validator][] = [
  ['/PersistentVolume', validatePersistentVolume],
  ['/PersistentVolumeClaim', validatePersistentVolumeClaim],
  ['storage.k8s.io/StorageClass', validateStorageClass],
  ['storage.k8s.io/CSIDriver', validateCsiDriver],
  ['storage.k8s.io/CSINode', validateCsiNode],
  ['storage.k8s.io/CSIStorageCapacity', validateCsiStorageCapacity],
  ['storage.k8s.io/VolumeAttachment', validateVolumeAttachment],
  ['storage.k8s.io/VolumeAttributesClass', validateVolumeAttributesClass],
];
