import type { FieldErrors } from '../../api/field-errors';
import { FieldPath } from '../../field-path';
import type { Data } from '../../manifest';
import { report } from '../immutable';
import { changedFields, dataOf } from '../stored/changed';
import type { Update } from '../update-rule';
import { verifyAttributesClass } from './attributes-class';
import { bindingOf } from './binding';
import { verifyClaimSize, withSizeOf } from './size';

const SPEC = FieldPath.of('spec');
const VOLUME_MODE = FieldPath.of('volumeMode');
const CLASS_ANNOTATION = 'volume.beta.kubernetes.io/storage-class';
const ANNOTATION_PATH = FieldPath.of('metadata', 'annotations', CLASS_ANNOTATION);
const SEE = 'https://kubernetes.io/docs/concepts/storage/persistent-volumes/#persistentvolumeclaims';
const FIX =
  'create a claim of another name, copy the data, and let the pods name it; or delete this one and create it again, if its data may go';

/**
 * What an update of a PersistentVolumeClaim may not change: all of its spec, but for the size and the attributes
 * class of one that is bound, and what was left open: the volume, and the class.
 *
 * @see https://kubernetes.io/docs/concepts/storage/persistent-volumes/#expanding-persistent-volumes-claims
 */
export function updatePersistentVolumeClaim({ before, after }: Update, errors: FieldErrors): void {
  const [old, now] = [dataOf(before.spec), dataOf(after.spec)];
  const bound = bindingOf(before) !== 'pending';
  const frozen = changedFields(
    'V1PersistentVolumeClaimSpec',
    old,
    bound ? withSizeOf(old, now) : now,
    errors.version,
  ).filter(name => !isOpen(name, before, after, bound));
  if (frozen.length > 0) {
    const instead = bound ? '' : ', as it is not bound';
    errors.forbidden(SPEC, `may not change ${frozen.join(', ')} once the claim exists${instead}`, {
      fix: FIX,
      see: SEE,
    });
  }
  verifyClassAnnotation(before, after, errors);
  verifyClaimSize(before, after, errors);
  if (frozen.includes('volumeMode')) report(errors, { fix: FIX, see: SEE }, VOLUME_MODE, now.volumeMode);
  verifyAttributesClass(before, after, errors);
}

function isOpen(name: string, before: Data, after: Data, bound: boolean): boolean {
  const [old, now] = [dataOf(before.spec), dataOf(after.spec)];
  switch (name) {
    case 'volumeName':
      return !old.volumeName;
    case 'storageClassName':
      return old.storageClassName === undefined && mayNameClass(now.storageClassName, before, after);
    case 'volumeAttributesClassName':
      return bound;
    default:
      return false;
  }
}

/** A claim without a class may be given one: that of its old annotation, where it has that. */
function mayNameClass(name: unknown, before: Data, after: Data): boolean {
  const [old, now] = [annotationOf(before), annotationOf(after)];
  return name !== undefined && (old === undefined || (name === old && (now === undefined || now === old)));
}

/** The annotation gives way to the field of the same class, and may not change otherwise. */
function verifyClassAnnotation(before: Data, after: Data, errors: FieldErrors): void {
  const [old, now] = [annotationOf(before), annotationOf(after)];
  if (old === now || (old ?? '') === (now ?? '')) return;
  const [{ storageClassName: was }, { storageClassName: is }] = [dataOf(before.spec), dataOf(after.spec)];
  if (old !== undefined && was === undefined && is === old && now === undefined) return;
  report(errors, { fix: 'keep the annotation as it is', see: SEE }, ANNOTATION_PATH, now);
}

function annotationOf({ metadata }: Data): unknown {
  return dataOf(dataOf(metadata).annotations)[CLASS_ANNOTATION];
}
