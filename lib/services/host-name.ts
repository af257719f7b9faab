import { domainToASCII } from 'node:url';
import { DNS_LABEL_MAX, dnsSubdomainComplaints } from '../kubernetes/dns-format';
import { ipFamily } from '../kubernetes/ip-address';

/** What is wrong with a host name, and what the caller most likely means. */
export interface HostNameComplaint {
  readonly problem: string;
  /** The text, unless it may hold a password. */
  readonly received?: string;
  readonly fix: string;
}

/**
 * What keeps a text from being the name of a host outside of the cluster: what the API server refuses, and what it
 * takes and DNS can never resolve. Undefined where nothing does.
 *
 * @param ipFix what to do with an IP address in this place.
 */
export function hostNameComplaint(
  host: string,
  ipFix: (address: string) => string,
): HostNameComplaint | undefined {
  const found = complaintOf(host, ipFix);
  return found && { ...found, received: host.includes('@') ? undefined : host };
}

function complaintOf(host: string, ipFix: (address: string) => string): HostNameComplaint | undefined {
  const { scheme, name, port, path } = partsOf(host);
  if (ipFamily(name)) return { problem: 'is an IP address, and DNS knows names alone', fix: ipFix(name) };
  if (scheme) return { problem: 'is a URL', fix: `give its host alone: '${name}'` };
  if (port) return { problem: 'holds a port', fix: `give '${name}', and ${port} as port` };
  if (path) return { problem: 'holds a path', fix: `give the host alone: '${name}'` };
  if (name.endsWith('.')) {
    return {
      problem: 'ends with a dot',
      fix: `it is fully qualified without: '${name.replace(/\.+$/, '')}'`,
    };
  }
  const problem = formatComplaint(host);
  const ascii = domainToASCII(name);
  return problem === undefined
    ? undefined
    : {
        problem,
        fix: ascii && ascii !== name ? `write '${ascii}'` : 'give the name that DNS knows the host by',
      };
}

function formatComplaint(name: string): string | undefined {
  const labels = name.split('.');
  const long = labels.find(label => label.length > DNS_LABEL_MAX);
  if (long) return `has a part of ${long.length} characters, and DNS takes ${DNS_LABEL_MAX}`;
  if (/^\d+$/.test(labels.at(-1) ?? '')) return 'ends in a number, as only IP addresses do, and is none';
  return dnsSubdomainComplaints(name)[0];
}

function partsOf(host: string): { scheme?: string; name: string; port?: string; path?: string } {
  const [, scheme, authority = '', path] = /^([a-z][a-z0-9+.-]*:\/\/)?([^/?#]*)(.*)$/is.exec(host) ?? [];
  if (ipFamily(authority)) return { scheme, name: authority, path };
  const [, bracketed, plain = '', port] =
    /^(?:[^@]*@)?(?:\[(.*)\]|([^:]*))(?::(\d+))?$/s.exec(authority) ?? [];
  return { scheme, name: bracketed ?? (plain || authority), port, path };
}
