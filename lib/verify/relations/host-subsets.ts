import { dataAt, type JudgedManifest, listAt, namespaceOf } from '../judged-manifest';
import type { Data } from '../manifest';
import { indexOnDemand } from './index-on-demand';
import type { ManifestSet } from './manifest-set';

const PROTOCOLS = ['http', 'tcp', 'tls'];

/** The Services that the mesh splits, as `namespace/name`; a name without its namespace stands for any. */
const splitHosts = indexOnDemand(set => {
  const split = new Set<string>();
  const add = (host: unknown, by: JudgedManifest) => {
    if (typeof host !== 'string') return;
    const [name, namespace = namespaceOf(by)] = host.split('.');
    split.add(`${namespace}/${name}`).add(name as string);
  };
  for (const rule of set.ofKind('networking.istio.io/DestinationRule')) {
    const spec = dataAt(rule.data, 'spec');
    if (listAt(spec, 'subsets').length > 0) add(spec.host, rule);
  }
  for (const service of set.ofKind('networking.istio.io/VirtualService')) {
    for (const { host, subset } of destinationsOf(dataAt(service.data, 'spec'))) {
      if (subset !== undefined) add(host, service);
    }
  }
  return split;
});

function destinationsOf(spec: Data): readonly Data[] {
  return PROTOCOLS.flatMap(protocol => listAt(spec, protocol))
    .flatMap(route => listAt(route, 'route'))
    .map(target => dataAt(target, 'destination'));
}

/**
 * Whether a mesh tells the pods of a Service apart: a DestinationRule or a VirtualService of Istio in the input names
 * it with subsets, and says how much goes to which.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/#Subset
 */
export function hasSubsets(service: JudgedManifest, set: ManifestSet): boolean {
  const split = splitHosts(set);
  if (split.size === 0) return false;
  const namespace = namespaceOf(service);
  const { name } = service.object;
  if (namespace === '') return split.has(name);
  return split.has(`${namespace}/${name}`) || split.has(`/${name}`);
}
