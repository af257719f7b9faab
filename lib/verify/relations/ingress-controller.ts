import { dataAt, type JudgedManifest } from '../judged-manifest';
import type { ManifestSet } from './manifest-set';

const NGINX = 'k8s.io/ingress-nginx';
const ANNOTATION = 'kubernetes.io/ingress.class';

/** The class of an Ingress, by its field or by the annotation that came before it; undefined for none. */
export function ingressClassOf({ data }: JudgedManifest): string | undefined {
  const named = dataAt(data, 'spec').ingressClassName ?? dataAt(data, 'metadata', 'annotations')[ANNOTATION];
  return typeof named === 'string' && named !== '' ? named : undefined;
}

/** Whether ingress-nginx serves an Ingress, as far as the input and the usual name of its class tell. */
export function isOfNginx(ingress: JudgedManifest, set: ManifestSet): boolean {
  if (ingress.object.kind !== 'Ingress') return false;
  const name = ingressClassOf(ingress);
  if (name === undefined) return false;
  const found = set.find('networking.k8s.io/IngressClass', '', name);
  return found ? dataAt(found.data, 'spec').controller === NGINX : name.includes('nginx');
}
