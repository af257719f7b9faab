import type { KubernetesVersion } from '../../../kubernetes/kubernetes-version';
import type { FieldErrors } from '../../api/field-errors';
import { FieldPath } from '../../field-path';
import { type Data, isData } from '../../manifest';
import { isSame } from '../../same';
import { storedForm } from '../stored/stored-form';

const TOLERATIONS = FieldPath.of('spec', 'tolerations');
const TOLERATION = { type: 'object', of: 'V1Toleration' } as const;

/** What the server adds to each pod that does not say how long it tolerates these. */
const ADMITTED: readonly Data[] = ['not-ready', 'unreachable'].map(taint => ({
  key: `node.kubernetes.io/${taint}`,
  operator: 'Exists',
  effect: 'NoExecute',
  tolerationSeconds: 300,
}));

/** The tolerations of a pod with those that the server adds at each request. */
export function withAdmittedTolerations(tolerations: unknown): readonly Data[] {
  const own = Array.isArray(tolerations) ? tolerations.filter(isData) : [];
  const added = ADMITTED.filter(
    ({ key }) =>
      !own.some(one => (!one.key || one.key === key) && (!one.effect || one.effect === 'NoExecute')),
  );
  return [...own, ...added];
}

/** Tolerations may be added to a pod; those that it has may change how long they tolerate. */
export function verifyTolerations(old: unknown, now: unknown, errors: FieldErrors): void {
  const kept = withoutSeconds(now, errors.version);
  for (const toleration of withoutSeconds(old, errors.version)) {
    if (kept.some(one => isSame(one, toleration))) continue;
    errors.forbidden(TOLERATIONS, 'may not lose or change one, but for its tolerationSeconds', {
      fix: 'keep the tolerations, or delete the pod and create it again',
      see: 'https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/',
    });
    return;
  }
}

function withoutSeconds(tolerations: unknown, version: KubernetesVersion): readonly unknown[] {
  if (!Array.isArray(tolerations)) return [];
  return tolerations
    .filter(isData)
    .map(({ tolerationSeconds: _, ...rest }) => storedForm(rest, TOLERATION, version));
}
