import type { Rule } from '../rule';

/** An EndpointSlice of host names. */
export const fqdnEndpointSlice: Rule = {
  meta: {
    id: 'fqdn-endpoint-slice',
    level: 'broken',
    kinds: ['discovery.k8s.io/EndpointSlice'],
    summary: 'an EndpointSlice holds host names',
    why: 'kube-proxy and the DNS of the cluster pass over slices of the type FQDN: nothing is sent to these hosts',
    fix: 'write a Service of type ExternalName, or the addresses with the type IPv4 or IPv6',
    see: 'https://kubernetes.io/docs/concepts/services-networking/endpoint-slices/#address-types',
  },
  check({ data: { addressType } }) {
    if (addressType !== 'FQDN') return [];
    return [
      {
        path: 'addressType',
        value: addressType,
        message: 'is FQDN, which nothing in a cluster routes to; IPv4 and IPv6 are',
      },
    ];
  },
};
