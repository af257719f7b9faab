import type { FieldErrors } from '../api/field-errors';
import { verifyImmutableData } from './immutable-data';
import { changedFields } from './stored/changed';
import type { Update } from './update-rule';

const ADVICE = {
  fix: 'create a ConfigMap of another name and let the pods name it: a name with a hash of the content does it',
  see: 'https://kubernetes.io/docs/concepts/configuration/configmap/#configmap-immutable',
};

/** An update of a ConfigMap may change nothing of it once it is immutable. */
export function updateConfigMap({ before, after, type }: Update, errors: FieldErrors): void {
  const changed = changedFields(type, before, after, errors.version);
  verifyImmutableData(
    before,
    after,
    ['data', 'binaryData'].filter(name => changed.includes(name)),
    ADVICE,
    errors,
  );
}
