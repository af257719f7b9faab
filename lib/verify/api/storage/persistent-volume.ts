import { FieldPath } from '../../field-path';
import type { Data } from '../../manifest';
import { effectiveName, metadataOf, nameIsDnsSubdomain, validateObjectMeta } from '../metadata';
import type { Validator } from '../validator';
import { validatePersistentVolumeSpec } from './persistent-volume-spec';

const MOUNT_OPTIONS = 'volume.beta.kubernetes.io/mount-options';
const SPEC = FieldPath.of('spec');
const NO_SPEC: Data = {};

/** The sources that take their mount options from an annotation. */
const TAKE_MOUNT_OPTIONS = [
  'gcePersistentDisk',
  'awsElasticBlockStore',
  'glusterfs',
  'nfs',
  'rbd',
  'quobyte',
  'iscsi',
  'cinder',
  'cephfs',
  'azureFile',
  'vsphereVolume',
  'azureDisk',
  'photonPersistentDisk',
] as const;

/**
 * The API server's validation of PersistentVolumes.
 *
 * @see https://kubernetes.io/docs/concepts/storage/persistent-volumes/
 */
export const validatePersistentVolume: Validator = (object, errors) => {
  validateObjectMeta(object, nameIsDnsSubdomain, errors);
  const meta = metadataOf(object);
  const spec = (object.spec as Data | undefined) ?? NO_SPEC;
  validatePersistentVolumeSpec(spec, effectiveName(meta), SPEC, errors);
  if (meta.annotations?.[MOUNT_OPTIONS] === undefined) return;
  if (TAKE_MOUNT_OPTIONS.some(source => spec[source] !== undefined)) return;
  errors.forbidden(
    FieldPath.of('metadata', 'annotations', MOUNT_OPTIONS),
    'must not be set for a volume of this source',
    { fix: 'use spec.mountOptions' },
  );
};
