import type { FieldErrors } from '../../api/field-errors';
import { FieldPath } from '../../field-path';
import type { Data } from '../../manifest';
import { dataOf } from '../stored/changed';

const FIELD = FieldPath.of('spec', 'volumeAttributesClassName');
const ADVICE = {
  fix: 'name another class instead',
  see: 'https://kubernetes.io/docs/concepts/storage/volume-attributes-classes/',
};

/** What an update may not make of the attributes class of a claim or a volume: it may not go once it is applied. */
export function verifyAttributesClass(before: Data, after: Data, errors: FieldErrors): void {
  const old = dataOf(before.spec).volumeAttributesClassName;
  const now = dataOf(after.spec).volumeAttributesClassName;
  if (old === now) return;
  const applied =
    before.kind === 'PersistentVolume' ? old : dataOf(before.status).currentVolumeAttributesClassName;
  if (applied === undefined) return;
  if (now === undefined) errors.forbidden(FIELD, 'may not go once a class is applied', ADVICE);
  else if (now === '' && before.kind !== 'PersistentVolume') {
    errors.forbidden(FIELD, 'must not be empty once a class is applied', ADVICE);
  }
}
