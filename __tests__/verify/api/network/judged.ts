import type { KubernetesVersion } from '../../../../lib/kubernetes/kubernetes-version';
import { FieldErrors } from '../../../../lib/verify/api/field-errors';
import type { Validator } from '../../../../lib/verify/api/validator';

/** What a validator says of an object with a name and these fields: `Invalid spec.type`. */
export function judged(
  validator: Validator,
  fields: object,
  version: KubernetesVersion = '1.36',
): readonly string[] {
  const errors = new FieldErrors(version);
  validator({ metadata: { name: 'web' }, ...fields }, errors);
  return errors.all.map(
    ({ errorType, path, level }) =>
      `${level === 'broken' ? 'broken ' : ''}${errorType.slice('FieldValue'.length)} ${path}`,
  );
}
