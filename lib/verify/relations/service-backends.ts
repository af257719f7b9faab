import { dataAt, type JudgedManifest, listAt, namespaceOf } from '../judged-manifest';
import type { Data } from '../manifest';
import { indexOnDemand } from './index-on-demand';
import type { ManifestSet } from './manifest-set';

/** Kinds that send what they are asked for to Services: Ingress, and the routes of the Gateway API. */
export const ROUTING_KINDS: readonly string[] = [
  'networking.k8s.io/Ingress',
  'gateway.networking.k8s.io/GRPCRoute',
  'gateway.networking.k8s.io/HTTPRoute',
  'gateway.networking.k8s.io/TCPRoute',
  'gateway.networking.k8s.io/TLSRoute',
  'gateway.networking.k8s.io/UDPRoute',
];

/** A Service that an Ingress or a route sends to. */
export interface ServiceBackend {
  readonly namespace: string;
  readonly name: string;
  readonly namePath: string;
  /** The name or the number of its port; undefined where none is given. */
  readonly port: string | number | undefined;
  readonly portPath: string;
}

/**
 * The Services that an Ingress or a route sends to; backends of other kinds are passed over, and names that an
 * annotation of a controller gives another meaning.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/ingress/#resource-backend
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#backendref
 */
export function serviceBackendsOf(manifest: JudgedManifest, set: ManifestSet): readonly ServiceBackend[] {
  const asked = lastAsked(set);
  if (asked.manifest === manifest) return asked.found;
  const found: ServiceBackend[] = [];
  if (manifest.object.kind === 'Ingress') collectIngress(manifest, found);
  else collectRoute(manifest, found);
  asked.manifest = manifest;
  asked.found = found;
  return found;
}

interface Asked {
  manifest: JudgedManifest | undefined;
  found: readonly ServiceBackend[];
}

/** What was asked for last: several rules ask, one after the other. */
const lastAsked = indexOnDemand((): Asked => ({ manifest: undefined, found: [] }));

function collectIngress(ingress: JudgedManifest, found: ServiceBackend[]): void {
  const spec = dataAt(ingress.data, 'spec');
  const add = (backend: Data, path: string) => {
    const service = dataAt(backend, 'service');
    const { name, number } = dataAt(service, 'port');
    // The name of an action of the AWS load balancer controller, which its annotation describes.
    if (typeof service.name !== 'string' || service.name === '' || name === 'use-annotation') return;
    const byName = typeof name === 'string' && name !== '';
    found.push({
      namespace: namespaceOf(ingress),
      name: service.name,
      namePath: `${path}.service.name`,
      port: byName ? name : numberOf(number),
      portPath: `${path}.service.port.${byName ? 'name' : 'number'}`,
    });
  };
  add(dataAt(spec, 'defaultBackend'), 'spec.defaultBackend');
  for (const [at, rule] of listAt(spec, 'rules').entries()) {
    for (const [place, path] of listAt(dataAt(rule, 'http'), 'paths').entries()) {
      add(dataAt(path, 'backend'), `spec.rules[${at}].http.paths[${place}].backend`);
    }
  }
}

function collectRoute(route: JudgedManifest, found: ServiceBackend[]): void {
  const add = ({ group = '', kind = 'Service', namespace, name, port }: Data, path: string) => {
    if (group !== '' || kind !== 'Service' || typeof name !== 'string') return;
    found.push({
      namespace: typeof namespace === 'string' ? namespace : namespaceOf(route),
      name,
      namePath: `${path}.name`,
      port: numberOf(port),
      portPath: `${path}.port`,
    });
  };
  for (const [at, rule] of listAt(dataAt(route.data, 'spec'), 'rules').entries()) {
    for (const [place, backend] of listAt(rule, 'backendRefs').entries()) {
      add(backend, `spec.rules[${at}].backendRefs[${place}]`);
    }
    for (const [place, filter] of listAt(rule, 'filters').entries()) {
      const mirror = dataAt(filter, 'requestMirror', 'backendRef');
      add(mirror, `spec.rules[${at}].filters[${place}].requestMirror.backendRef`);
    }
  }
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' && value !== 0 ? value : undefined;
}
