import type { FieldPath } from '../../field-path';
import type { Data } from '../../manifest';
import type { FieldErrors } from '../field-errors';
import {
  validateAwsElasticBlockStore,
  validateAzureDisk,
  validateGcePersistentDisk,
  validatePhotonPersistentDisk,
  validatePortworxVolume,
  validateScaleIo,
  validateVsphereVolume,
} from '../pod/disk-sources';
import { validateHostPath } from '../pod/file-sources';
import {
  validateCephFs,
  validateFlexVolume,
  validateFlocker,
  validateNfs,
  validateQuobyte,
  validateRbd,
} from '../pod/network-sources';
import { validateFc } from '../pod/san-sources';
import {
  validateLocal,
  validatePersistentAzureFile,
  validatePersistentCinder,
  validatePersistentCsi,
  validatePersistentGlusterfs,
  validatePersistentIscsi,
  validatePersistentStorageOs,
} from './persistent-sources';

/** How the server judges one source of PersistentVolumes. */
interface PersistentSourceRule {
  readonly field: string;
  readonly judge: (source: never, path: FieldPath, errors: FieldErrors, volumeName: string) => void;
  /** What it calls the source in errors, where that is not the field. */
  readonly path?: string;
  /** What it calls the source when it forbids a second one, where that is not the field. */
  readonly forbiddenPath?: string;
  /** It does not ask whether the source is the only one. */
  readonly besideOthers?: true;
}

/**
 * The sources, in the order in which the server looks for them.
 *
 * @see https://kubernetes.io/docs/concepts/storage/persistent-volumes/#types-of-persistent-volumes
 */
const SOURCES: readonly PersistentSourceRule[] = [
  { field: 'hostPath', judge: validateHostPath },
  { field: 'gcePersistentDisk', judge: validateGcePersistentDisk, path: 'persistentDisk' },
  { field: 'awsElasticBlockStore', judge: validateAwsElasticBlockStore },
  { field: 'glusterfs', judge: validatePersistentGlusterfs },
  { field: 'flocker', judge: validateFlocker },
  { field: 'nfs', judge: validateNfs },
  { field: 'rbd', judge: validateRbd },
  { field: 'quobyte', judge: validateQuobyte },
  { field: 'cephfs', judge: validateCephFs, forbiddenPath: 'cephFS' },
  { field: 'iscsi', judge: validatePersistentIscsi },
  { field: 'cinder', judge: validatePersistentCinder },
  { field: 'fc', judge: validateFc },
  { field: 'flexVolume', judge: validateFlexVolume, besideOthers: true },
  { field: 'azureFile', judge: validatePersistentAzureFile },
  { field: 'vsphereVolume', judge: validateVsphereVolume },
  { field: 'photonPersistentDisk', judge: validatePhotonPersistentDisk },
  { field: 'portworxVolume', judge: validatePortworxVolume },
  { field: 'azureDisk', judge: validateAzureDisk },
  { field: 'scaleIO', judge: validateScaleIo },
  { field: 'local', judge: validateLocal },
  { field: 'storageos', judge: validatePersistentStorageOs },
  { field: 'csi', judge: validatePersistentCsi },
];

/** Judges the source of a PersistentVolume, of which there must be one. Says which the server takes it to be. */
export function validatePersistentSource(
  spec: Data,
  volumeName: string,
  path: FieldPath,
  errors: FieldErrors,
): string | undefined {
  let first: string | undefined;
  for (const { field, judge, path: written, forbiddenPath, besideOthers } of SOURCES) {
    const source = spec[field];
    if (source === undefined) continue;
    if (first === undefined || besideOthers) {
      judge(source as never, path.child(written ?? field), errors, volumeName);
      first ??= field;
    } else {
      errors.forbidden(path.child(forbiddenPath ?? field), 'must be the only source of the volume');
    }
  }
  if (first === undefined) errors.required(path, 'must have a source, such as csi, nfs or local');
  return first;
}
