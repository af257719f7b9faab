import { canonicalIp, type IpAddress, parseIp, significantBytes } from '../../../kubernetes/ip-address';

/** A network in the notation of CIDR: `10.0.0.0/8`. */
export interface Cidr {
  /** The address as it is written: bits beyond the prefix may be set. */
  readonly ip: IpAddress;
  /** How many bits of the address name the network. */
  readonly prefix: number;
  /** Whether a number in it has zeros in front that it should not have. */
  readonly zeroPadded: boolean;
}

const DECIMAL = /^[0-9]+$/;

/** Reads a network as the API server does: leniently. Undefined where a text is none. */
export function parseCidr(text: string): Cidr | undefined {
  const slash = text.indexOf('/');
  if (slash < 0) return undefined;
  const ip = parseIp(text.slice(0, slash));
  const digits = text.slice(slash + 1);
  if (!ip || !DECIMAL.test(digits)) return undefined;
  const prefix = Number(digits);
  if (prefix > 8 * ip.bytes.length) return undefined;
  return { ip, prefix, zeroPadded: ip.zeroPadded || (digits.length > 1 && digits.startsWith('0')) };
}

/** Whether bits of the address beyond the prefix are set: `10.1.2.3/8`, which may mean the address or the network. */
export function hasHostBits({ ip, prefix }: Cidr): boolean {
  return ip.bytes.some((byte, index) => (byte & hostMask(prefix, index)) !== 0);
}

/** The one spelling of a network without host bits. */
export function canonicalCidr({ ip, prefix }: Cidr): string {
  return `${canonicalIp(ip)}/${prefix}`;
}

/** Whether a network holds another one, and is larger. */
export function strictlyContains(outer: Cidr, inner: Cidr): boolean {
  if (outer.prefix >= inner.prefix || outer.ip.family !== inner.ip.family) return false;
  const skipped = outer.ip.mapped ? 96 : 0;
  const [a, b] = [significantBytes(outer.ip), significantBytes(inner.ip)];
  return a.every((byte, index) => {
    const network = ~hostMask(outer.prefix - skipped, index);
    return (byte & network & 0xff) === ((b[index] ?? 0) & network & 0xff);
  });
}

/** The bits of a byte that are beyond a prefix. */
function hostMask(prefix: number, index: number): number {
  const bits = Math.min(Math.max(prefix - 8 * index, 0), 8);
  return 0xff >> bits;
}
