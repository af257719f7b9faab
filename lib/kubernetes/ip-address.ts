import { BlockList, isIP, SocketAddress } from 'node:net';

/** Address family as Services and EndpointSlices write it. */
export type IpFamily = 'IPv4' | 'IPv6';

/** What an EndpointSlice refuses, IPv4 and IPv6. */
const UNFIT: Readonly<Record<string, readonly string[]>> = {
  'a loopback address': ['127.0.0.0/8', '::1/128'],
  'a link-local address': ['169.254.0.0/16', 'fe80::/10'],
  'a link-local multicast address': ['224.0.0.0/24', 'ff02::/16'],
  'the unspecified address': ['0.0.0.0/32', '::/128'],
};

/** Made when they are first asked for: it takes longer than all else that this module does. */
let unfitBlocks: ReadonlyMap<string, BlockList> | undefined;

/**
 * The family of an IP address, or undefined where a text is no IP address: an address with a zone (`fe80::1%eth0`)
 * is none to Kubernetes.
 */
export function ipFamily(text: string): IpFamily | undefined {
  if (text.includes('%')) return undefined;
  switch (isIP(text)) {
    case 4:
      return 'IPv4';
    case 6:
      return 'IPv6';
    default:
      return undefined;
  }
}

/** The one spelling of an IP address: `2001:DB8:0::1` and `2001:db8::1` are the same address. */
export function canonicalAddress(address: string): string {
  return new SocketAddress({ address, family: socketFamily(address) }).address;
}

/**
 * What makes an address unfit for an EndpointSlice, such as `a loopback address`; undefined where it is fit.
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/service-resources/endpoint-slice-v1/
 */
export function unfitForEndpoint(address: string): string | undefined {
  if (/^::ffff:.*\./.test(canonicalAddress(address))) return 'an IPv4 address in the notation of IPv6';
  unfitBlocks ??= new Map(
    Object.entries(UNFIT).map(([label, networks]) => [label, blocks(...networks)] as const),
  );
  for (const [label, list] of unfitBlocks) {
    if (list.check(address, socketFamily(address))) return label;
  }
  return undefined;
}

function socketFamily(address: string): 'ipv4' | 'ipv6' {
  return ipFamily(address) === 'IPv4' ? 'ipv4' : 'ipv6';
}

function blocks(...networks: string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', prefix] = network.split('/');
    list.addSubnet(address, Number(prefix), socketFamily(address));
  }
  return list;
}
