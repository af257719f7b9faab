import { dataAt, type JudgedManifest } from '../judged-manifest';
import type { ManifestSet } from './manifest-set';

/** Controllers that look for a port of a backend among the target ports, too: ingress-nginx, HAProxy Ingress. */
const TAKE_TARGET_PORTS = ['k8s.io/ingress-nginx', 'haproxy-ingress.github.io/controller'];
const THEIR_CLASSES = /nginx|haproxy/;
const ANNOTATION = 'kubernetes.io/ingress.class';

/**
 * Whether the controller of an Ingress takes a target port of a Service for one of its ports, as far as the input and
 * the usual names of classes tell.
 */
export function takesTargetPorts({ object, data }: JudgedManifest, set: ManifestSet): boolean {
  if (object.kind !== 'Ingress') return false;
  const name = dataAt(data, 'spec').ingressClassName ?? dataAt(data, 'metadata', 'annotations')[ANNOTATION];
  if (typeof name !== 'string' || name === '') return false;
  const found = set.find('networking.k8s.io/IngressClass', '', name);
  if (!found) return THEIR_CLASSES.test(name);
  return TAKE_TARGET_PORTS.includes(String(dataAt(found.data, 'spec').controller));
}
