import type { KubernetesVersion } from '../../../lib/kubernetes/kubernetes-version';
import type { Finding } from '../../../lib/verify/finding';
import { identityOf } from '../../../lib/verify/manifest';
import { stateFindings } from '../../../lib/verify/state/state';

/** What the state that manifests show makes of them: level, kind, path. */
export function stateOf(
  manifests: readonly object[],
  version: KubernetesVersion = '1.33',
  external: readonly object[] = [],
): string[] {
  return findingsOf(manifests, version, external).map(({ level, object, path }) =>
    `${level} ${object.kind} ${path}`.trim(),
  );
}

/** The findings themselves. */
export function findingsOf(
  manifests: readonly object[],
  version: KubernetesVersion = '1.33',
  external: readonly object[] = [],
): Finding[] {
  const judged = manifests.map((data, index) => ({
    data: data as never,
    object: identityOf(data as never, index),
  }));
  return stateFindings(judged, version, external as never);
}

/** A Pod in the namespace `shop`. */
export function pod(spec: object, metadata: object = {}): object {
  return { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'p', namespace: 'shop', ...metadata }, spec };
}

/** A Deployment of such pods. */
export function deployment(spec: object): object {
  const metadata = { name: 'd', namespace: 'shop' };
  return { apiVersion: 'apps/v1', kind: 'Deployment', metadata, spec: { template: { spec } } };
}
