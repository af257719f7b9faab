import { canonicalIp, parseIp, significantBytes } from '../../../kubernetes/ip-address';
import { isBefore } from '../../../kubernetes/kubernetes-version';
import type { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';
import { type Cidr, canonicalCidr, hasHostBits, parseCidr } from './cidr';

const NOT_AN_IP = 'must be an IP address, such as 10.9.8.7 or 2001:db8::ffff';
const NOT_A_CIDR = 'must be a network, such as 10.9.8.0/24 or 2001:db8::/64';
const MAPPED = 'must not be an IPv4 address in the notation of IPv6';

/**
 * Judges an IP address in a field that older versions read leniently; since 1.36, zeros in front of its numbers
 * and IPv4 in the notation of IPv6 are refused. Says whether it is valid.
 */
export function validateIp(value: string, path: FieldPath, errors: FieldErrors): boolean {
  return validateIpSyntax(value, path, errors, !isBefore(errors.version, '1.36'));
}

/** Judges an IP address that must be in its canonical form. Says whether it is valid. */
export function validateCanonicalIp(value: string, path: FieldPath, errors: FieldErrors): boolean {
  if (!validateIpSyntax(value, path, errors, true)) return false;
  const ip = parseIp(value);
  const canonical = ip && canonicalIp(ip);
  if (canonical === undefined || canonical === value) return true;
  errors.invalid(path, value, `must be in its canonical form, ${canonical}`);
  return false;
}

/**
 * Judges a network in a field that older versions read leniently; 1.36 does no longer. Gives the network as it is
 * read leniently; undefined where it is none.
 */
export function validateCidr(value: string, path: FieldPath, errors: FieldErrors): Cidr | undefined {
  const cidr = parseCidr(value);
  validateCidrSyntax(value, cidr, path, errors, !isBefore(errors.version, '1.36'));
  return cidr;
}

/** Judges a network that must be in its canonical form. */
export function validateCanonicalCidr(value: string, path: FieldPath, errors: FieldErrors): void {
  const cidr = parseCidr(value);
  if (!validateCidrSyntax(value, cidr, path, errors, true) || !cidr) return;
  const canonical = canonicalCidr(cidr);
  if (canonical !== value) errors.invalid(path, value, `must be in its canonical form, ${canonical}`);
}

/**
 * Judges whether an address can be that of an endpoint, or an external IP of a Service: it must not be unspecified,
 * nor loopback, nor link-local.
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/service-resources/endpoint-slice-v1/
 */
export function validateEndpointIp(value: string, path: FieldPath, errors: FieldErrors): void {
  const ip = parseIp(value);
  if (!ip) {
    errors.invalid(path, value, NOT_AN_IP);
    return;
  }
  const bytes = significantBytes(ip);
  const special = bytes.length === 4 ? specialIpv4(bytes) : specialIpv6(bytes);
  if (special !== undefined) errors.invalid(path, value, `must not be ${special}`);
}

function validateIpSyntax(value: string, path: FieldPath, errors: FieldErrors, strict: boolean): boolean {
  const ip = parseIp(value);
  const complaint = !ip
    ? NOT_AN_IP
    : strict && ip.zeroPadded
      ? 'must not have zeros in front of a number'
      : strict && ip.mapped
        ? MAPPED
        : undefined;
  if (complaint !== undefined) errors.invalid(path, value, complaint);
  return complaint === undefined;
}

function validateCidrSyntax(
  value: string,
  cidr: Cidr | undefined,
  path: FieldPath,
  errors: FieldErrors,
  strict: boolean,
): boolean {
  const complaint = !cidr
    ? NOT_A_CIDR
    : strict && cidr.zeroPadded
      ? 'must not have zeros in front of a number'
      : strict && cidr.ip.mapped
        ? MAPPED
        : strict && hasHostBits(cidr)
          ? 'must not have bits set beyond the length of its prefix'
          : undefined;
  if (complaint !== undefined) errors.invalid(path, value, complaint);
  return complaint === undefined;
}

function specialIpv4([a, b, c, d]: readonly number[]): string | undefined {
  if (a === 0 && b === 0 && c === 0 && d === 0) return 'the unspecified address';
  if (a === 127) return 'a loopback address (127.0.0.0/8)';
  if (a === 169 && b === 254) return 'a link-local address (169.254.0.0/16)';
  if (a === 224 && b === 0 && c === 0) return 'a link-local multicast address (224.0.0.0/24)';
  return undefined;
}

function specialIpv6(bytes: readonly number[]): string | undefined {
  const [first = 0, second = 0] = bytes;
  if (bytes.every((byte, index) => byte === 0 || index === 15)) {
    if (bytes[15] === 0) return 'the unspecified address';
    if (bytes[15] === 1) return 'the loopback address (::1)';
  }
  if (first === 0xfe && (second & 0xc0) === 0x80) return 'a link-local address (fe80::/10)';
  if (first === 0xff && (second & 0x0f) === 0x02) return 'a link-local multicast address (ff02::/16)';
  return undefined;
}
