import { dataAt, type JudgedManifest, listAt, namespaceOf } from '../judged-manifest';
import { indexOnDemand } from './index-on-demand';

/** A node port that a Service asks for. */
export interface NodePort {
  readonly path: string;
  readonly port: number;
}

/** An address that a Service asks for. */
export interface ClusterIp {
  readonly path: string;
  readonly ip: string;
}

const NO_PORTS: readonly NodePort[] = [];
const NO_ADDRESSES: readonly ClusterIp[] = [];
const ON_NODES = ['NodePort', 'LoadBalancer'];

/**
 * The node ports that a Service asks for; that of its health checks is one of them.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/service/#nodeport-custom-port
 */
export function nodePortsOf({ data }: JudgedManifest): readonly NodePort[] {
  const spec = dataAt(data, 'spec');
  if (!ON_NODES.includes(spec.type as string)) return NO_PORTS;
  const ports = listAt(spec, 'ports').map(({ nodePort }, index) => ({
    path: `spec.ports[${index}].nodePort`,
    port: nodePort,
  }));
  const all = [...ports, { path: 'spec.healthCheckNodePort', port: spec.healthCheckNodePort }];
  return all.filter((each): each is NodePort => typeof each.port === 'number' && each.port > 0);
}

/**
 * The addresses that a Service asks for.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/cluster-ip-allocation/
 */
export function clusterIpsOf({ data }: JudgedManifest): readonly ClusterIp[] {
  const { clusterIP, clusterIPs } = dataAt(data, 'spec');
  if (typeof clusterIP !== 'string' || clusterIP === '' || clusterIP === 'None') return NO_ADDRESSES;
  const more = Array.isArray(clusterIPs) ? clusterIPs.slice(1) : [];
  return [
    { path: 'spec.clusterIP', ip: clusterIP },
    ...more.flatMap((ip, at) => (typeof ip === 'string' ? [{ path: `spec.clusterIPs[${at + 1}]`, ip }] : [])),
  ];
}

/** The first Service that asks for each node port. */
export const nodePortHolders = indexOnDemand(set =>
  holders(set.ofKind('Service'), service => nodePortsOf(service).map(({ port }) => port)),
);

/** The first Service that asks for each address. */
export const clusterIpHolders = indexOnDemand(set =>
  holders(set.ofKind('Service'), service => clusterIpsOf(service).map(({ ip }) => ip)),
);

/** The Service that asks for the same, as a message names it. */
export function holderText(holder: JudgedManifest): string {
  const namespace = namespaceOf(holder);
  return `Service '${holder.object.name}'${namespace === '' ? '' : ` of namespace '${namespace}'`} asks for, too`;
}

function holders<T>(
  services: readonly JudgedManifest[],
  askedOf: (service: JudgedManifest) => readonly T[],
): ReadonlyMap<T, JudgedManifest> {
  const first = new Map<T, JudgedManifest>();
  for (const service of services) {
    for (const asked of askedOf(service)) if (!first.has(asked)) first.set(asked, service);
  }
  return first;
}
