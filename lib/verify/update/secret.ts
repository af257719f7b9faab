import type { FieldErrors } from '../api/field-errors';
import { FieldPath } from '../field-path';
import type { Data } from '../manifest';
import { report } from './immutable';
import { verifyImmutableData } from './immutable-data';
import { changedFields, dataOf } from './stored/changed';
import type { Update } from './update-rule';

const ADVICE = {
  fix: 'create a Secret of another name and let the pods name it',
  see: 'https://kubernetes.io/docs/concepts/configuration/secret/#secret-immutable',
};
const TYPE = FieldPath.of('type');

/** What an update of a Secret may not change: its type, and nothing at all once it is immutable. */
export function updateSecret({ before, after, type }: Update, errors: FieldErrors): void {
  const changed = changedFields(type, withStringData(before), withStringData(after), errors.version);
  if (changed.includes('type')) {
    report(
      errors,
      {
        fix: 'delete the Secret and create it again, or create one of another name',
        see: 'https://kubernetes.io/docs/concepts/configuration/secret/#secret-types',
      },
      TYPE,
      after.type ?? 'Opaque',
    );
  }
  verifyImmutableData(
    before,
    after,
    changed.filter(name => name === 'data'),
    ADVICE,
    errors,
  );
}

/** The server writes `stringData` into `data`. */
function withStringData({ stringData, ...secret }: Data): Data {
  const texts = Object.entries(dataOf(stringData));
  if (texts.length === 0) return secret;
  const encoded = texts.map(([key, text]) => [key, Buffer.from(String(text)).toString('base64')]);
  return { ...secret, data: { ...dataOf(secret.data), ...Object.fromEntries(encoded) } };
}
