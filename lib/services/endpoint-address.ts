import type { IConstruct } from 'constructs';
import { dnsLabelComplaints, dnsSubdomainComplaints } from '../kubernetes/dns-format';
import { canonicalAddress, type IpFamily, ipFamily, unfitForEndpoint } from '../kubernetes/ip-address';
import { type PropComplaint, PropError } from '../prop-error';
import type { IpFamilyProps } from './ip-families';

/**
 * An address behind a Service, with what is known of it.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/endpoint-slices/
 */
export interface EndpointAddress {
  /** The IP address, IPv4 or IPv6. */
  readonly address: string;

  /**
   * A host name, a DNS label. Behind a headless Service the address gets the name `hostname.service` by it.
   *
   * @default not emitted
   */
  readonly hostname?: string;

  /**
   * The node that it is on, for traffic policies that keep to a node.
   *
   * @default not emitted
   */
  readonly nodeName?: string;

  /**
   * The zone that it is in, for routing that keeps to a zone.
   *
   * @default not emitted
   */
  readonly zone?: string;

  /**
   * Whether it takes connections. Nothing in the cluster probes an address that you write: `false` takes it out
   * of service until the next apply.
   *
   * @default not emitted: true
   */
  readonly ready?: boolean;
}

/** The addresses behind a Service: texts where nothing but the address is known. */
export type EndpointAddresses = readonly (string | EndpointAddress)[];

/** The families of a Service in front of addresses: theirs, that of the first one preferred. */
export function familiesOf(addresses: EndpointAddresses): IpFamilyProps {
  const known = addresses.flatMap(given => ipFamily(described(given).address) ?? []);
  const [preferred = 'IPv4', second] = new Set(known);
  return second === undefined
    ? { ipFamilyPolicy: 'SingleStack', ipFamilies: [preferred] }
    : { ipFamilyPolicy: 'RequireDualStack', ipFamilies: [preferred, second] };
}

/** An address whose format was checked. */
export interface CheckedAddress extends EndpointAddress {
  readonly family: IpFamily;
}

/**
 * The addresses with their families.
 *
 * @throws PropError for no address at all, one given twice, a host name, and what no Service can route to.
 */
export function checkedAddresses(construct: IConstruct, addresses: EndpointAddresses): CheckedAddress[] {
  if (addresses.length === 0) {
    throw new PropError({
      construct,
      prop: 'addresses',
      problem: 'must hold at least one address',
      received: addresses,
      fix: 'name the IP addresses of the other side',
    });
  }
  const places = new Map<string, number>();
  return addresses.map((given, index) => {
    const endpoint = described(given);
    const complaint =
      addressComplaint(endpoint.address) ??
      twiceComplaint(endpoint.address, places) ??
      nameComplaint(endpoint);
    if (complaint) throw new PropError({ construct, prop: `addresses[${index}]`, ...complaint });
    places.set(canonicalAddress(endpoint.address), index);
    return { ...endpoint, family: ipFamily(endpoint.address) as IpFamily };
  });
}

function described(given: string | EndpointAddress): EndpointAddress {
  return typeof given === 'string' ? { address: given } : given;
}

type Complaint = Pick<PropComplaint, 'problem' | 'received' | 'fix'>;

function addressComplaint(address: string): Complaint | undefined {
  if (ipFamily(address) === undefined) {
    return {
      problem: 'must be an IP address',
      received: address,
      fix: isHostName(address)
        ? `give a host name to an ExternalNameProxy: new ExternalNameProxy(scope, id, { host: '${address}', port })`
        : 'give the address alone, such as 10.20.0.11 or 2001:db8::11: the port belongs in ports',
    };
  }
  const unfit = unfitForEndpoint(address);
  return unfit === undefined
    ? undefined
    : {
        problem: `is ${unfit}, which the API server refuses`,
        received: address,
        fix: 'give an address that every node of the cluster reaches',
      };
}

function twiceComplaint(address: string, places: ReadonlyMap<string, number>): Complaint | undefined {
  const before = places.get(canonicalAddress(address));
  return before === undefined
    ? undefined
    : {
        problem: `is the same address as addresses[${before}]`,
        received: address,
        fix: 'leave one of them out',
      };
}

function nameComplaint({ hostname, nodeName }: EndpointAddress): Complaint | undefined {
  const host = hostname === undefined ? undefined : dnsLabelComplaints(hostname)[0];
  if (host) {
    return {
      problem: `hostname ${host}`,
      received: hostname,
      fix: 'give the first part of the host name alone',
    };
  }
  const node = nodeName === undefined ? undefined : dnsSubdomainComplaints(nodeName)[0];
  return node
    ? { problem: `nodeName ${node}`, received: nodeName, fix: 'give the name that kubectl get nodes shows' }
    : undefined;
}

function isHostName(text: string): boolean {
  return dnsSubdomainComplaints(text.toLowerCase()).length === 0 && /[a-z]/i.test(text);
}
