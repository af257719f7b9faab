import type { KubernetesVersion } from '../../../lib/kubernetes/kubernetes-version';
import { decode } from '../../../lib/verify/schema/decode';

/** What decoding says of a manifest: rule and path. */
export function problemsOf(manifest: object, version: KubernetesVersion = '1.33'): string[] {
  return decode(manifest as never, version).problems.map(({ rule, path }) => `${rule} ${path}`.trim());
}

/** What decoding leaves of a manifest. */
export function decodedOf(manifest: object, version: KubernetesVersion = '1.33'): unknown {
  return decode(manifest as never, version).decoded;
}

/** A Pod of one container, with more fields of the container and of the pod. */
export function pod(container: object = {}, spec: object = {}): object {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'p' },
    spec: { containers: [{ name: 'main', image: 'shop/web:1', ...container }], ...spec },
  };
}

/** A CustomResourceDefinition with a schema. */
export function definition(openAPIV3Schema: object): object {
  const names = { kind: 'Boat', plural: 'boats' };
  const versions = [{ name: 'v1', served: true, storage: true, schema: { openAPIV3Schema } }];
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: 'boats.sea.example' },
    spec: { group: 'sea.example', scope: 'Namespaced', names, versions },
  };
}
