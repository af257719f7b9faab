/** Address family as Services and EndpointSlices write it. */
export type IpFamily = 'IPv4' | 'IPv6';

/** An IP address as the API server reads it. */
export interface IpAddress {
  /** Its bytes: 4 in the notation of IPv4, 16 in that of IPv6. */
  readonly bytes: readonly number[];
  /** An IPv4 address in the notation of IPv6 (`::ffff:10.0.0.1`) counts as IPv4. */
  readonly family: IpFamily;
  /** Whether it is an IPv4 address in the notation of IPv6. */
  readonly mapped: boolean;
  /** Whether a number in it has zeros in front that it should not have: some software reads them as octal. */
  readonly zeroPadded: boolean;
}

/** A network: the first bits of its addresses. */
interface Network {
  readonly bits: number;
  readonly bytes: readonly number[];
}

/** What an EndpointSlice refuses, of IPv4. */
const UNFIT_IPV4: Readonly<Record<string, Network>> = {
  'a loopback address': { bits: 8, bytes: [127] },
  'a link-local address': { bits: 16, bytes: [169, 254] },
  'a link-local multicast address': { bits: 24, bytes: [224, 0, 0] },
  'the unspecified address': { bits: 32, bytes: [0, 0, 0, 0] },
};

/** The same of IPv6. */
const UNFIT_IPV6: typeof UNFIT_IPV4 = {
  'a loopback address': { bits: 128, bytes: [...new Array<number>(15).fill(0), 1] },
  'a link-local address': { bits: 10, bytes: [0xfe, 0x80] },
  'a link-local multicast address': { bits: 16, bytes: [0xff, 0x02] },
  'the unspecified address': { bits: 128, bytes: new Array<number>(16).fill(0) },
};

const MAPPED_PREFIX = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff] as const;
const GROUPS = 8;
const DECIMAL = /^[0-9]+$/;
const HEXADECIMAL = /^[0-9A-Fa-f]+$/;

/**
 * Reads an IP address as the API server does: leniently, with zeros in front of the numbers, but without a zone.
 * Undefined where a text is none.
 */
export function parseIp(text: string): IpAddress | undefined {
  return text.includes(':') ? parseIpv6(text) : parseIpv4(text);
}

/** The bytes that say which address it is: 4 of IPv4 in either notation, 16 of IPv6. */
export function significantBytes(ip: IpAddress): readonly number[] {
  return ip.mapped ? ip.bytes.slice(MAPPED_PREFIX.length) : ip.bytes;
}

/** The one spelling of an address (RFC 5952). */
export function canonicalIp(ip: IpAddress): string {
  if (ip.family === 'IPv4') return significantBytes(ip).join('.');
  const groups: number[] = [];
  for (let i = 0; i < ip.bytes.length; i += 2)
    groups.push(((ip.bytes[i] ?? 0) << 8) | (ip.bytes[i + 1] ?? 0));
  const zeros = longestZeros(groups);
  const hex = (part: readonly number[]) => part.map(group => group.toString(16)).join(':');
  return zeros.length < 2
    ? hex(groups)
    : `${hex(groups.slice(0, zeros.start))}::${hex(groups.slice(zeros.start + zeros.length))}`;
}

/**
 * The family of an IP address as it is written, or undefined where a text is no IP address: one with a zone
 * (`fe80::1%eth0`) is none to Kubernetes, and one with zeros in front of its numbers is read differently by others.
 */
export function ipFamily(text: string): IpFamily | undefined {
  const ip = parseIp(text);
  if (!ip || ip.zeroPadded) return undefined;
  return ip.bytes.length === 4 ? 'IPv4' : 'IPv6';
}

/** The one spelling of an IP address: `2001:DB8:0::1` and `2001:db8::1` are the same address. */
export function canonicalAddress(address: string): string {
  const ip = parseIp(address);
  return ip ? canonicalIp(ip) : address;
}

/**
 * What makes an address unfit for an EndpointSlice, such as `a loopback address`; undefined where it is fit.
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/service-resources/endpoint-slice-v1/
 */
export function unfitForEndpoint(address: string): string | undefined {
  const ip = parseIp(address);
  if (!ip) return undefined;
  if (ip.mapped) return 'an IPv4 address in the notation of IPv6';
  const networks = Object.entries(ip.family === 'IPv4' ? UNFIT_IPV4 : UNFIT_IPV6);
  return networks.find(([, network]) => isIn(ip.bytes, network))?.[0];
}

function isIn(address: readonly number[], { bits, bytes }: Network): boolean {
  return bytes.every((byte, index) => {
    const rest = Math.max(8 * (index + 1) - bits, 0);
    return (address[index] ?? 0) >> rest === byte >> rest;
  });
}

function parseIpv4(text: string): IpAddress | undefined {
  const parts = text.split('.', 5);
  if (parts.length !== 4) return undefined;
  const bytes: number[] = [];
  let zeroPadded = false;
  for (const part of parts) {
    const byte = DECIMAL.test(part) ? Number(part) : 256;
    if (byte > 255) return undefined;
    zeroPadded ||= part.length > 1 && part.startsWith('0');
    bytes.push(byte);
  }
  return { bytes, family: 'IPv4', mapped: false, zeroPadded };
}

function parseIpv6(text: string): IpAddress | undefined {
  const gap = text.indexOf('::');
  const head = parseGroups(gap < 0 ? text : text.slice(0, gap), gap < 0);
  const tail = gap < 0 ? NO_GROUPS : parseGroups(text.slice(gap + 2), true);
  if (!head || !tail) return undefined;
  const missing = 2 * GROUPS - head.bytes.length - tail.bytes.length;
  if (gap < 0 ? missing !== 0 : missing < 2) return undefined;
  const bytes = [...head.bytes, ...new Array<number>(missing).fill(0), ...tail.bytes];
  const mapped = MAPPED_PREFIX.every((byte, i) => bytes[i] === byte);
  const zeroPadded = head.zeroPadded || tail.zeroPadded;
  return { bytes, family: mapped ? 'IPv4' : 'IPv6', mapped, zeroPadded };
}

type Groups = Pick<IpAddress, 'bytes' | 'zeroPadded'>;

const NO_GROUPS: Groups = { bytes: [], zeroPadded: false };

/** Reads groups of hexadecimal digits; the last one may be an IPv4 address where the text ends with them. */
function parseGroups(text: string, last: boolean): Groups | undefined {
  if (text === '') return NO_GROUPS;
  const parts = text.split(':', GROUPS + 1);
  const bytes: number[] = [];
  let zeroPadded = false;
  for (const [index, part] of parts.entries()) {
    if (last && index === parts.length - 1 && part.includes('.')) {
      const ipv4 = parseIpv4(part);
      if (!ipv4) return undefined;
      bytes.push(...ipv4.bytes);
      zeroPadded ||= ipv4.zeroPadded;
      continue;
    }
    const group = HEXADECIMAL.test(part) ? Number.parseInt(part, 16) : 0x10000;
    if (group > 0xffff) return undefined;
    zeroPadded ||= part.length > 4;
    bytes.push(group >> 8, group & 0xff);
  }
  return { bytes, zeroPadded };
}

function longestZeros(groups: readonly number[]): { start: number; length: number } {
  const longest = { start: 0, length: 0 };
  for (let start = 0; start < groups.length; start++) {
    let end = start;
    while (groups[end] === 0) end++;
    if (end - start > longest.length) Object.assign(longest, { start, length: end - start });
    start = Math.max(start, end - 1);
  }
  return longest;
}
