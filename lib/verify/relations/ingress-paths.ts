import { dataAt, type JudgedManifest, listAt } from '../judged-manifest';
import { indexOnDemand } from './index-on-demand';

/** A path of a host that an Ingress answers on. */
export interface IngressPath {
  readonly path: string;
  /** What is asked for, such as `shop.example/cart`. */
  readonly address: string;
  /** The same for two paths of which a controller can answer but one. */
  readonly key: string;
}

/** Classes whose controllers make a load balancer for each Ingress, so that no two meet. */
const APART = /^(alb|gce|gke|azure)/;
const CANARY = 'nginx.ingress.kubernetes.io/canary';

/**
 * The paths of hosts that an Ingress answers on beside others of its class; none for one that is a part of another,
 * such as a canary.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/ingress/#ingress-rules
 */
export function ingressPathsOf({ data }: JudgedManifest): readonly IngressPath[] {
  const annotations = dataAt(data, 'metadata', 'annotations');
  const spec = dataAt(data, 'spec');
  const name = String(spec.ingressClassName ?? annotations['kubernetes.io/ingress.class'] ?? '');
  if (APART.test(name) || annotations[CANARY] === 'true') return [];
  return listAt(spec, 'rules').flatMap((rule, at) => {
    const { host } = rule;
    if (typeof host !== 'string' || host === '') return [];
    return listAt(dataAt(rule, 'http'), 'paths').map(({ path = '/', pathType }, place) => ({
      path: `spec.rules[${at}].http.paths[${place}].path`,
      address: `${host}${path}`,
      key: `${name} ${pathType} ${host}${path}`,
    }));
  });
}

/** The first Ingress that answers on each path. */
export const ingressesByPath = indexOnDemand(set => {
  const first = new Map<string, JudgedManifest>();
  for (const ingress of set.ofKind('networking.k8s.io/Ingress')) {
    for (const { key } of ingressPathsOf(ingress)) if (!first.has(key)) first.set(key, ingress);
  }
  return first;
});
