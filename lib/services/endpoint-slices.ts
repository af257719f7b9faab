import { Lazy } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import { derivedName } from '../naming/object-name';
import { RenderedObject } from '../objects/rendered-object';
import type { CheckedAddress } from './endpoint-address';
import type { Service } from './service';

/** The label by which kube-proxy and the cluster's DNS find the EndpointSlices of a Service. */
export const SERVICE_NAME_LABEL = 'kubernetes.io/service-name';

/** The label that tells controllers whose EndpointSlices to leave alone. */
export const MANAGED_BY_LABEL = 'endpointslice.kubernetes.io/managed-by';

/** What Drydock's EndpointSlices bear as {@link MANAGED_BY_LABEL}. */
export const MANAGED_BY = 'cdk8s-drydock';

/** Most endpoints in one EndpointSlice: what the cluster's own controller puts in; the API server takes 1000. */
export const ENDPOINTS_PER_SLICE = 100;

/**
 * Writes the EndpointSlices of a Service that selects no pods: those of one family apart from those of the other,
 * a hundred addresses in each, with the ports of the Service.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/service/#services-without-selectors
 */
export function addEndpointSlices(
  service: Service,
  addresses: readonly CheckedAddress[],
  namespace: string | undefined,
): void {
  for (const family of ['IPv4', 'IPv6']) {
    const members = addresses.filter(address => address.family === family);
    for (let start = 0; start < members.length; start += ENDPOINTS_PER_SLICE) {
      const purpose = `${family.toLowerCase()}-${start / ENDPOINTS_PER_SLICE + 1}`;
      new RenderedObject(service, purpose, k8s.KubeEndpointSlice, {
        metadata: {
          name: derivedName(service.name, purpose),
          namespace,
          labels: { [SERVICE_NAME_LABEL]: service.name, [MANAGED_BY_LABEL]: MANAGED_BY },
        },
        addressType: family,
        endpoints: members.slice(start, start + ENDPOINTS_PER_SLICE).map(endpointSpec),
        ports: Lazy.any({ produce: () => portSpecs(service) }),
      });
    }
  }
}

function endpointSpec({ address, hostname, nodeName, zone, ready }: CheckedAddress): k8s.Endpoint {
  const conditions = ready === undefined ? undefined : { ready };
  return { addresses: [address], conditions, hostname, nodeName, zone };
}

/** EndpointSlice and Service are matched by the ports' names; one without a name matches one without a name. */
function portSpecs(service: Service): k8s.EndpointPort[] | undefined {
  if (service.servicePorts.length === 0) return undefined;
  return service.servicePorts.map(({ number, targetPort, name, protocol, appProtocol }) => {
    return { port: (targetPort as number | undefined) ?? number, name, protocol, appProtocol };
  });
}
