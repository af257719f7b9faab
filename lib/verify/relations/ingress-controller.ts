import { dataAt, type JudgedManifest } from '../judged-manifest';
import type { ManifestSet } from './manifest-set';

/** Controllers, and usual names of their classes, that look for the port of a backend among the Service's own alone. */
const WANT_OWN_PORTS =
  /(^|[^a-z])(alb|gce|traefik|kong|contour|cilium)([^a-z]|$)|^(nginx|haproxy)\.org\/|^k8s\.io\/ingress-gce/;
const ANNOTATION = 'kubernetes.io/ingress.class';

/** The controller of ingress-nginx, which answers for every class that names it. */
export const INGRESS_NGINX = 'k8s.io/ingress-nginx';

/** The name of the class of an Ingress; empty where it has none. */
export function ingressClassOf({ data }: JudgedManifest): string {
  const { ingressClassName } = dataAt(data, 'spec');
  const name = ingressClassName ?? dataAt(data, 'metadata', 'annotations')[ANNOTATION];
  return typeof name === 'string' ? name : '';
}

/** The controller that the IngressClass of an Ingress names; undefined where the input does not have the class. */
export function ingressControllerOf(ingress: JudgedManifest, set: ManifestSet): string | undefined {
  const name = ingressClassOf(ingress);
  const found = name === '' ? undefined : set.find('networking.k8s.io/IngressClass', '', name);
  const controller = found && dataAt(found.data, 'spec').controller;
  return typeof controller === 'string' ? controller : undefined;
}

/**
 * Whether the controller of an Ingress may take a target port of a Service for one of its ports, as ingress-nginx
 * and HAProxy Ingress do; not where the input or the usual names of classes tell that it is another.
 */
export function mayTakeTargetPorts(ingress: JudgedManifest, set: ManifestSet): boolean {
  if (ingress.object.kind !== 'Ingress') return false;
  return !WANT_OWN_PORTS.test(ingressControllerOf(ingress, set) ?? ingressClassOf(ingress));
}
