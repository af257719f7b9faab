import type { Construct } from 'constructs';
import { podFqdn } from '../naming/dns-address';
import { checkedAddresses, type EndpointAddresses, familiesOf } from './endpoint-address';
import { addEndpointSlices } from './endpoint-slices';
import { SelectorlessService } from './selectorless-service';
import type { ServiceProps } from './service';
import { type DirectPort, refuseTranslation, type ServicePort } from './service-port';

/** Props of {@link HeadlessEndpoints}. */
export interface HeadlessEndpointsProps extends ServiceProps {
  /**
   * The IP addresses that DNS answers with, IPv4, IPv6 or both. One with a `hostname` gets a name of its own,
   * `hostname.service`.
   */
  readonly addresses: EndpointAddresses;

  /**
   * The ports that get SRV records.
   *
   * @default none: DNS answers with addresses all the same
   */
  readonly ports?: readonly DirectPort[];
}

/**
 * Names for IP addresses that Kubernetes does not know: a headless Service without a selector, so that DNS answers
 * with the addresses themselves. For clients that must tell the members apart, such as drivers of replica sets.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/service/#without-selectors
 */
export class HeadlessEndpoints extends SelectorlessService {
  constructor(scope: Construct, id: string, props: HeadlessEndpointsProps) {
    super(scope, id, props, { clusterIp: 'None', ...familiesOf(props.addresses) });
    this.offer(props.ports ?? []);
    addEndpointSlices(this, checkedAddresses(this, props.addresses), props.namespace);
  }

  /**
   * The fully qualified name of an address that was given a `hostname`.
   *
   * @throws PropError when the namespace is not known.
   */
  hostFqdn(hostname: string): string {
    return podFqdn(this, hostname, { service: this.name, namespace: this.namespace });
  }

  protected override offer(ports: readonly ServicePort[]): void {
    refuseTranslation(this, ports, 'behind a headless Service clients connect to the address itself');
    super.offer(ports);
  }
}
