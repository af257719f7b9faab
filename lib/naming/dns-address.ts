import type { IConstruct } from 'constructs';
import { PropError } from '../prop-error';
import { clusterDomainOf } from './cluster-settings';

/** What the DNS name of a Service is made of. */
export interface ServiceAddress {
  /** Name of the Service. */
  readonly service: string;
  /** Its namespace, where one is known. */
  readonly namespace?: string;
}

/**
 * The fully qualified name of a Service: `postgres.shop.svc.cluster.local`.
 *
 * @throws PropError when the namespace is not known.
 * @see https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/#services
 */
export function serviceFqdn(construct: IConstruct, { service, namespace }: ServiceAddress): string {
  if (namespace === undefined) {
    throw new PropError({
      construct,
      prop: 'namespace',
      problem: `is not known, so that '${service}' has no fully qualified name`,
      allowed: 'a namespace given to the construct or to its chart',
      fix: "give the construct or its chart a 'namespace', or use the short name",
    });
  }
  return `${service}.${namespace}.svc.${clusterDomainOf(construct)}`;
}

/**
 * The fully qualified name of a pod behind its governing Service: `postgres-0.postgres.shop.svc.cluster.local`.
 *
 * @throws PropError when the namespace is not known.
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#stable-network-id
 */
export function podFqdn(construct: IConstruct, hostname: string, address: ServiceAddress): string {
  return `${hostname}.${serviceFqdn(construct, address)}`;
}

/**
 * The SRV name of a named port: `_pg._tcp.postgres.shop.svc.cluster.local`.
 *
 * @throws PropError when the namespace is not known.
 * @see https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/#srv-records
 */
export function srvName(
  construct: IConstruct,
  port: { readonly name: string; readonly protocol?: string },
  address: ServiceAddress,
): string {
  return `_${port.name}._${(port.protocol ?? 'TCP').toLowerCase()}.${serviceFqdn(construct, address)}`;
}
