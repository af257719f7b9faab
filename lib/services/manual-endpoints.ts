import type { Construct } from 'constructs';
import { checkedAddresses, type EndpointAddresses, familiesOf } from './endpoint-address';
import { addEndpointSlices } from './endpoint-slices';
import { SelectorlessService } from './selectorless-service';
import type { ServiceProps } from './service';
import { type NumberedPort, requirePorts } from './service-port';

/** Props of {@link ManualEndpoints}. */
export interface ManualEndpointsProps extends ServiceProps {
  /**
   * The IP addresses that the Service leads to, IPv4, IPv6 or both. The family of the first one is the Service's
   * preferred family, which can never be changed later; with both, the cluster must have both.
   */
  readonly addresses: EndpointAddresses;

  /** The ports that it offers, at least one. */
  readonly ports: readonly NumberedPort[];
}

/**
 * A Service in front of IP addresses that Kubernetes does not know: it has an address of its own inside the
 * cluster, behind which connections spread over the addresses. It selects no pods; its EndpointSlices are written
 * here, called `name-ipv4-1` and so on.
 *
 * Nobody probes the addresses: connections go to one that is down until it is taken out, or marked `ready: false`.
 * For a host name use `ExternalNameProxy`; for DNS that answers with the addresses themselves, `HeadlessEndpoints`.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/service/#services-without-selectors
 */
export class ManualEndpoints extends SelectorlessService {
  constructor(scope: Construct, id: string, props: ManualEndpointsProps) {
    super(scope, id, props, familiesOf(props.addresses));
    requirePorts(this, props.ports);
    this.offer(props.ports);
    addEndpointSlices(this, checkedAddresses(this, props.addresses), props.namespace);
  }
}
