import type { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';
import { validateCsi } from './csi-source';
import {
  validateAwsElasticBlockStore,
  validateAzureDisk,
  validateAzureFile,
  validateCinder,
  validateGcePersistentDisk,
  validatePhotonPersistentDisk,
  validatePortworxVolume,
  validateScaleIo,
  validateStorageOs,
  validateVsphereVolume,
} from './disk-sources';
import { validateDownwardApi } from './downward-api';
import { validateEphemeral } from './ephemeral-source';
import {
  validateClaimVolume,
  validateConfigMapVolume,
  validateEmptyDir,
  validateGitRepo,
  validateHostPath,
  validateImageVolume,
  validateSecretVolume,
} from './file-sources';
import {
  validateCephFs,
  validateFlexVolume,
  validateFlocker,
  validateGlusterfs,
  validateNfs,
  validateQuobyte,
  validateRbd,
} from './network-sources';
import { validateProjected } from './projected-source';
import { validateFc, validateInitiator, validateIscsi } from './san-sources';
import type { VolumePlace } from './volume';

/** How the server judges one source of volumes. */
export interface VolumeSourceRule {
  readonly judge: (source: never, path: FieldPath, errors: FieldErrors, place: VolumePlace) => void;
  /** What it judges even where another source came first. */
  readonly judgeAlways?: (source: never, place: VolumePlace, errors: FieldErrors) => void;
  /** What it calls the source in errors, where that is not its name. */
  readonly path?: string;
  /** What it calls the source when it forbids a second one, where that is not its name. */
  readonly forbiddenPath?: string;
}

/**
 * The sources by name, in the order in which the server looks for them.
 *
 * @see https://kubernetes.io/docs/concepts/storage/volumes/#volume-types
 */
export const VOLUME_SOURCES: ReadonlyMap<string, VolumeSourceRule> = new Map<string, VolumeSourceRule>([
  ['emptyDir', { judge: validateEmptyDir }],
  ['hostPath', { judge: validateHostPath }],
  ['gitRepo', { judge: validateGitRepo }],
  ['gcePersistentDisk', { judge: validateGcePersistentDisk, path: 'persistentDisk' }],
  ['awsElasticBlockStore', { judge: validateAwsElasticBlockStore }],
  ['secret', { judge: validateSecretVolume }],
  ['nfs', { judge: validateNfs }],
  ['iscsi', { judge: validateIscsi, judgeAlways: validateInitiator }],
  ['glusterfs', { judge: validateGlusterfs }],
  ['flocker', { judge: validateFlocker }],
  ['persistentVolumeClaim', { judge: validateClaimVolume }],
  ['rbd', { judge: validateRbd }],
  ['cinder', { judge: validateCinder }],
  ['cephfs', { judge: validateCephFs, forbiddenPath: 'cephFS' }],
  ['quobyte', { judge: validateQuobyte }],
  ['downwardAPI', { judge: validateDownwardApi, forbiddenPath: 'downwarAPI' }],
  ['fc', { judge: validateFc }],
  ['flexVolume', { judge: validateFlexVolume }],
  ['configMap', { judge: validateConfigMapVolume }],
  ['azureFile', { judge: validateAzureFile }],
  ['vsphereVolume', { judge: validateVsphereVolume }],
  ['photonPersistentDisk', { judge: validatePhotonPersistentDisk }],
  ['portworxVolume', { judge: validatePortworxVolume }],
  ['azureDisk', { judge: validateAzureDisk }],
  ['storageos', { judge: validateStorageOs }],
  ['projected', { judge: validateProjected }],
  ['scaleIO', { judge: validateScaleIo }],
  ['csi', { judge: validateCsi }],
  ['ephemeral', { judge: validateEphemeral }],
  ['image', { judge: validateImageVolume }],
]);
