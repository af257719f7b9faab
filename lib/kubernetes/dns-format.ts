/**
 * The formats that Kubernetes asks of names. Each function returns the complaints about a value, none when it
 * is valid, worded to follow the name of the field.
 *
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/names/
 */

const LABEL = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?$/;
const LABEL_RFC1035 = /^[a-z](?:[-a-z0-9]*[a-z0-9])?$/;
const SUBDOMAIN = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*$/;

/** What nearly all names of ports are: right, and beginning with a letter. */
const USUAL_PORT_NAME = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

const LABEL_SHAPE =
  'must be lower-case letters, digits and hyphens, and begin and end with a letter or a digit';
const LABEL_RFC1035_SHAPE =
  'must be lower-case letters, digits and hyphens, begin with a letter and end with a letter or a digit';
const SUBDOMAIN_SHAPE =
  'must be lower-case letters, digits, hyphens and dots, and each part between dots begin and end with a letter or a digit';

const NONE: readonly string[] = [];

/** Longest DNS label, in characters. */
export const DNS_LABEL_MAX = 63;

/** Longest DNS subdomain name, in characters. */
export const DNS_SUBDOMAIN_MAX = 253;

/** Longest name of a port, in characters. */
const PORT_NAME_MAX = 15;

/** A DNS label of RFC 1123: names of namespaces, host names of pods. */
export function dnsLabelComplaints(value: string): readonly string[] {
  return complaints(value, DNS_LABEL_MAX, LABEL, LABEL_SHAPE);
}

/** A DNS label of RFC 1035, which begins with a letter: names of Services. */
export function dns1035LabelComplaints(value: string): readonly string[] {
  return complaints(value, DNS_LABEL_MAX, LABEL_RFC1035, LABEL_RFC1035_SHAPE);
}

/** A DNS subdomain name of RFC 1123: names of most objects. */
export function dnsSubdomainComplaints(value: string): readonly string[] {
  return complaints(value, DNS_SUBDOMAIN_MAX, SUBDOMAIN, SUBDOMAIN_SHAPE);
}

/** The name of a port: an IANA service name of RFC 6335. */
export function portNameComplaints(value: string): readonly string[] {
  if (value.length <= PORT_NAME_MAX && USUAL_PORT_NAME.test(value)) return NONE;
  const found = [...complaints(value, PORT_NAME_MAX, LABEL, LABEL_SHAPE)];
  if (!/[a-z]/.test(value)) found.push('must hold a lower-case letter (a-z)');
  if (value.includes('--')) found.push('must not hold two hyphens in a row');
  return found;
}

/** The number of a port, 1 to 65535. */
export function portNumberComplaints(value: number): readonly string[] {
  return Number.isInteger(value) && value >= 1 && value <= 65535
    ? NONE
    : ['must be a whole number from 1 to 65535'];
}

function complaints(value: string, max: number, format: RegExp, shape: string): readonly string[] {
  const fits = format.test(value);
  if (fits && value.length <= max) return NONE;
  const found: string[] = [];
  if (value.length > max) found.push(`must be no longer than ${max} characters, and has ${value.length}`);
  if (!fits) found.push(shape);
  return found;
}
