import type { FieldPath } from '../../field-path';
import type { Data } from '../../manifest';
import type { FieldErrors } from '../field-errors';
import { validateAccessModes } from './access-modes';
import { validatePersistentSource } from './volume-sources';

const FORBIDDEN = 'must not be set for an inline volume';

/** Judges the spec of a volume that stands in a VolumeAttachment: one of a CSI driver, and little else. */
export function validateInlineVolumeSpec(spec: Data, path: FieldPath, errors: FieldErrors): void {
  if (spec.claimRef !== undefined) errors.forbidden(path.child('claimRef'), FORBIDDEN);
  if (Object.keys((spec.capacity as Data | undefined) ?? {}).length > 0) {
    errors.forbidden(path.child('capacity'), FORBIDDEN);
  }
  if (spec.csi === undefined) errors.required(path.child('csi'), 'is required for an inline volume');
  validateAccessModes(spec.accessModes as readonly string[] | undefined, path, errors);
  if (spec.persistentVolumeReclaimPolicy && spec.persistentVolumeReclaimPolicy !== 'Retain') {
    errors.forbidden(path.child('persistentVolumeReclaimPolicy'), 'must be Retain for an inline volume');
  }
  if (spec.nodeAffinity !== undefined) errors.forbidden(path.child('nodeAffinity'), FORBIDDEN);
  const source = validatePersistentSource(spec, '', path, errors);
  if (source === 'local' && spec.nodeAffinity === undefined) errors.required(path.child('nodeAffinity'));
  if (spec.storageClassName) errors.forbidden(path.child('storageClassName'), FORBIDDEN);
  if (spec.volumeMode !== undefined && spec.volumeMode !== 'Filesystem') {
    errors.forbidden(path.child('volumeMode'), 'must be Filesystem for an inline volume');
  }
}
