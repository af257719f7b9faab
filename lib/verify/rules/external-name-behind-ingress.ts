import { dataAt } from '../judged-manifest';
import { ROUTING_KINDS, serviceBackendsOf } from '../relations/service-backends';
import type { Rule } from '../rule';

/** An Ingress or a route to a host outside of the cluster. */
export const externalNameBehindIngress: Rule = {
  meta: {
    id: 'external-name-behind-ingress',
    level: 'risky',
    kinds: ROUTING_KINDS,
    summary: 'an Ingress or a route leads to a Service that is an external name',
    why: 'many controllers refuse it, as whoever may write the Service could reach what is behind them; others send a Host header and a TLS name that the outside host does not know',
    fix: 'proxy to the host in a pod, or write a Service without a selector and an EndpointSlice with its addresses',
    see: 'https://kubernetes.io/docs/concepts/services-networking/service/#externalname',
  },
  check(manifest, set) {
    return serviceBackendsOf(manifest, set).flatMap(({ namespace, name, namePath }) => {
      const service = set.find('Service', namespace, name);
      if (!service || dataAt(service.data, 'spec').type !== 'ExternalName') return [];
      return [
        {
          path: namePath,
          value: name,
          message: `is Service '${name}', an external name; pods are wanted behind it`,
        },
      ];
    });
  },
};
