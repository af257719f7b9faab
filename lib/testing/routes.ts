import { DEFAULT_KUBERNETES_VERSION } from '../kubernetes/kubernetes-version';
import type { Manifest } from '../synth/rendering';
import { namespaceOf } from '../verify/judged-manifest';
import { identityOf } from '../verify/manifest';
import { ManifestSet } from '../verify/relations/manifest-set';
import { podSelectorOf } from '../verify/relations/service-selector';
import { manifestName } from './manifest-name';

/** Where a Service leads to. */
export interface Route {
  readonly service: string;
  /** What makes the pods that its selector matches. */
  readonly workloads: readonly Manifest[];
}

/** Where Services lead to, among all manifests; those without a selector lead nowhere that can be seen, and are left out. */
export function routesOf(services: readonly Manifest[], all: readonly Manifest[]): Route[] {
  const judged = all.map((data, index) => ({ data, object: identityOf(data, index) }));
  const set = new ManifestSet(judged, { version: DEFAULT_KUBERNETES_VERSION, external: [], agentLabels: [] });
  return services.flatMap(data => {
    const service = { data, object: identityOf(data, -1) };
    const selector = data.kind === 'Service' && data.apiVersion === 'v1' ? podSelectorOf(service) : undefined;
    if (!selector) return [];
    const sources = set.podsMatching(namespaceOf(service), selector);
    return [{ service: manifestName(data), workloads: sources.map(source => source.manifest.data) }];
  });
}
