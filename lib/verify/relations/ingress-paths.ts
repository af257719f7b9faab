import { dataAt, type JudgedManifest, listAt } from '../judged-manifest';
import { indexOnDemand } from './index-on-demand';
import { INGRESS_NGINX, ingressClassOf, ingressControllerOf } from './ingress-controller';
import type { ManifestSet } from './manifest-set';

/** A path of a host that an Ingress answers on. */
export interface IngressPath {
  readonly path: string;
  /** What is asked for, such as `shop.example/cart`. */
  readonly address: string;
  /** The same for two paths of which a controller can answer but one. */
  readonly key: string;
}

/** Classes, and controllers, that make a load balancer for each Ingress, so that no two meet. */
const APART = /^(alb|gce|gke|azure)|\/alb$|^k8s\.io\/ingress-gce/;
const CANARY = 'nginx.ingress.kubernetes.io/canary';

/**
 * The paths of hosts that an Ingress answers on beside others of its class; none for one that is a part of another,
 * such as a canary.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/ingress/#ingress-rules
 */
export function ingressPathsOf(ingress: JudgedManifest, set: ManifestSet): readonly IngressPath[] {
  const { data } = ingress;
  const controller = ingressControllerOf(ingress, set);
  const name = ingressClassOf(ingress);
  if (APART.test(controller ?? name)) return [];
  if (dataAt(data, 'metadata', 'annotations')[CANARY] === 'true') return [];
  // Other controllers go by the name of the class, and may run more than once.
  const by = controller === INGRESS_NGINX ? controller : name;
  const spec = dataAt(data, 'spec');
  return listAt(spec, 'rules').flatMap((rule, at) => {
    const { host } = rule;
    if (typeof host !== 'string' || host === '') return [];
    return listAt(dataAt(rule, 'http'), 'paths').map(({ path = '/', pathType }, place) => ({
      path: `spec.rules[${at}].http.paths[${place}].path`,
      address: `${host}${path}`,
      key: `${by} ${pathType} ${host}${path}`,
    }));
  });
}

/** The first Ingress that answers on each path, of paths that several answer on. */
export const ingressesBySharedPath = indexOnDemand(set => {
  const first = new Map<string, JudgedManifest>();
  const shared = new Map<string, JudgedManifest>();
  for (const ingress of meetingIngresses(set.ofKind('networking.k8s.io/Ingress'))) {
    for (const { key } of ingressPathsOf(ingress, set)) {
      const known = first.get(key);
      if (!known) first.set(key, ingress);
      else if (known !== ingress) shared.set(key, known);
    }
  }
  return shared;
});

/** The Ingresses of hosts that another one has, too: most have hosts of their own, and their paths meet no others. */
function meetingIngresses(all: readonly JudgedManifest[]): readonly JudgedManifest[] {
  const first = new Map<unknown, JudgedManifest>();
  const meeting = new Set<JudgedManifest>();
  for (const ingress of all) {
    for (const { host } of listAt(dataAt(ingress.data, 'spec'), 'rules')) {
      const known = first.get(host);
      if (!known) first.set(host, ingress);
      else if (known !== ingress) meeting.add(known).add(ingress);
    }
  }
  return meeting.size === 0 ? NONE : all.filter(ingress => meeting.has(ingress));
}

const NONE: readonly JudgedManifest[] = [];
