import { BlockList, isIP } from 'node:net';

/** Address family as Services and EndpointSlices write it. */
export type IpFamily = 'IPv4' | 'IPv6';

const UNROUTABLE: readonly {
  readonly label: string;
  readonly blocks: readonly [string, number, 'ipv4' | 'ipv6'][];
}[] = [
  {
    label: 'a loopback address',
    blocks: [
      ['127.0.0.0', 8, 'ipv4'],
      ['::1', 128, 'ipv6'],
    ],
  },
  {
    label: 'a link-local address',
    blocks: [
      ['169.254.0.0', 16, 'ipv4'],
      ['fe80::', 10, 'ipv6'],
    ],
  },
  {
    label: 'a link-local multicast address',
    blocks: [
      ['224.0.0.0', 24, 'ipv4'],
      ['ff02::', 16, 'ipv6'],
    ],
  },
  {
    label: 'the unspecified address',
    blocks: [
      ['0.0.0.0', 32, 'ipv4'],
      ['::', 128, 'ipv6'],
    ],
  },
];

/** The family of an IP address, or undefined where a text is no IP address. */
export function ipFamily(text: string): IpFamily | undefined {
  switch (isIP(text)) {
    case 4:
      return 'IPv4';
    case 6:
      return 'IPv6';
    default:
      return undefined;
  }
}

/**
 * What makes an address unfit for an EndpointSlice, such as `a loopback address`; undefined where it is fit.
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/service-resources/endpoint-slice-v1/
 */
export function unfitForEndpoint(address: string): string | undefined {
  const family = ipFamily(address) === 'IPv4' ? 'ipv4' : 'ipv6';
  return UNROUTABLE.find(({ blocks }) =>
    blocks.some(([network, prefix, of]) => {
      const list = new BlockList();
      list.addSubnet(network, prefix, of);
      return list.check(address, family);
    }),
  )?.label;
}
