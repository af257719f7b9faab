import type { KubernetesVersion } from '../../../../lib/kubernetes/kubernetes-version';
import { FieldErrors } from '../../../../lib/verify/api/field-errors';
import type { Validator } from '../../../../lib/verify/api/validator';
import type { Data } from '../../../../lib/verify/manifest';

/** The spec of a pod that any version takes. */
export const POD = { containers: [{ name: 'web', image: 'shop/web:1' }] };

/** A template whose labels are those that the tests select. */
export const TEMPLATE = { metadata: { labels: { app: 'web' } }, spec: POD };

/** A selector of that template. */
export const SELECTOR = { matchLabels: { app: 'web' } };

/** What a validator says of an object: `Invalid spec.replicas`, and `broken` before what no server refuses. */
export function judged(
  validator: Validator,
  object: Data,
  version: KubernetesVersion = '1.28',
): readonly string[] {
  const errors = new FieldErrors(version);
  validator(object, errors);
  return errors.all.map(
    ({ errorType, path, level }) =>
      `${level === 'broken' ? 'broken ' : ''}${errorType.slice('FieldValue'.length)} ${path}`,
  );
}
