import { type ServiceSpec, typeOf } from './service-spec';

/**
 * The spec of a Service that was stored before, as it bears the addresses and families that the server gave to it,
 * without what is left over from another type or policy: the server drops that when such a Service is updated, and
 * fills in the first cluster IP. What an update may not leave over is up to `verifyUpdate`, which knows the stored one.
 */
export function withoutLeftovers(spec: ServiceSpec): ServiceSpec {
  const { clusterIPs, ipFamilies } = spec;
  if (!clusterIPs?.length || !ipFamilies?.length) return spec;
  const type = typeOf(spec);
  const isBalanced = type === 'LoadBalancer';
  return {
    ...spec,
    ...(type === 'ExternalName' ? NO_ADDRESS : addressesOf(spec, clusterIPs, ipFamilies)),
    ...(type === 'ClusterIP' && { ports: spec.ports?.map(({ nodePort: _, ...port }) => port) }),
    ...(type !== 'NodePort' && !isBalanced && !spec.externalIPs?.length && NO_OUTSIDE),
    ...(!isBalanced && NO_BALANCER),
    ...(!(isBalanced && spec.externalTrafficPolicy === 'Local') && { healthCheckNodePort: undefined }),
  };
}

/** The policy SingleStack takes the second address. */
function addressesOf(
  { clusterIP, ipFamilyPolicy }: ServiceSpec,
  clusterIPs: readonly string[],
  ipFamilies: readonly string[],
): ServiceSpec {
  const first = clusterIP || clusterIPs[0];
  const isSingle = ipFamilyPolicy === 'SingleStack' && clusterIPs.length === 2 && ipFamilies.length === 2;
  return isSingle
    ? { clusterIP: first, clusterIPs: clusterIPs.slice(0, 1), ipFamilies: ipFamilies.slice(0, 1) }
    : { clusterIP: first };
}

const NO_ADDRESS = {
  clusterIP: undefined,
  clusterIPs: undefined,
  ipFamilies: undefined,
  ipFamilyPolicy: undefined,
} satisfies ServiceSpec;
const NO_OUTSIDE = { externalTrafficPolicy: undefined } satisfies ServiceSpec;
const NO_BALANCER = {
  allocateLoadBalancerNodePorts: undefined,
  loadBalancerClass: undefined,
} satisfies ServiceSpec;
