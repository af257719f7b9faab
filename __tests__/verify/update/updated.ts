import type { KubernetesVersion } from '../../../lib/kubernetes/kubernetes-version';
import { verifyUpdate } from '../../../lib/verify/verify-update';

/** What is said of an update, one line a finding: `Forbidden spec`. */
export function updated(
  before: object,
  after: object,
  kubernetesVersion: KubernetesVersion = '1.36',
): string[] {
  return verifyUpdate(before, after, { kubernetesVersion }).findings.map(
    ({ errorType = '', path }) => `${errorType.replace(/^FieldValue/, '')} ${path}`,
  );
}

/** A function that says what is said where one object of a kind replaces another; both are given without the rest. */
export function updatesOf(apiVersion: string, kind: string, name = 'web') {
  const whole = (fields: object) => ({ apiVersion, kind, metadata: { name, namespace: 'shop' }, ...fields });
  return (before: object, after: object, version?: KubernetesVersion) =>
    updated(whole(before), whole(after), version);
}

/** The same, for what stands in the spec. */
export function specUpdatesOf(apiVersion: string, kind: string) {
  const updates = updatesOf(apiVersion, kind);
  return (before: object, after: object, version?: KubernetesVersion) =>
    updates({ spec: before }, { spec: after }, version);
}

/** The spec of a pod with one container. */
export function podSpec(fields: object = {}, container: object = {}): object {
  return { containers: [{ name: 'app', image: 'shop/web:1', ...container }], ...fields };
}
