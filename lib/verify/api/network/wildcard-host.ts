import { DNS_SUBDOMAIN_MAX, dnsSubdomainComplaints } from '../../../kubernetes/dns-format';

/** What is wrong with a host name with a wildcard: `*.` and a DNS subdomain. */
export function wildcardComplaints(host: string): readonly string[] {
  const found: string[] = [];
  if (host.length > DNS_SUBDOMAIN_MAX) {
    found.push(`must be no longer than ${DNS_SUBDOMAIN_MAX} characters, and has ${host.length}`);
  }
  const domain = host.slice(2, 2 + DNS_SUBDOMAIN_MAX);
  if (!host.startsWith('*.') || dnsSubdomainComplaints(domain).length > 0) {
    found.push("must begin with '*.', and have a DNS subdomain and no other '*' behind it");
  }
  return found;
}
