import type { FieldErrors } from '../../api/field-errors';
import { FieldPath } from '../../field-path';
import type { Data } from '../../manifest';
import { dataOf } from '../stored/changed';

const ANNOTATIONS = FieldPath.of('metadata', 'annotations');
const APP_ARMOR = 'container.apparmor.security.beta.kubernetes.io/';
const MIRROR = 'kubernetes.io/config.mirror';

/** The annotations of a Pod that no update may add, change or take away. */
export function verifyPodAnnotations(before: Data, after: Data, errors: FieldErrors): void {
  const [old, now] = [annotationsOf(before), annotationsOf(after)];
  for (const key of new Set([...Object.keys(old), ...Object.keys(now)])) {
    if (old[key] === now[key] || !(key === MIRROR || key.startsWith(APP_ARMOR))) continue;
    errors.forbidden(ANNOTATIONS.key(key), 'may not be added, changed or taken away', {
      fix: 'delete the pod and create it again',
    });
  }
}

function annotationsOf({ metadata }: Data): Data {
  return dataOf(dataOf(metadata).annotations);
}
