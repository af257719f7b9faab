import { DNS_SUBDOMAIN_MAX, dnsSubdomainComplaints } from '../../../kubernetes/dns-format';
import { isBefore } from '../../../kubernetes/kubernetes-version';
import type { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';
import { validateIp } from '../network/ip-rules';

const POLICIES = ['ClusterFirstWithHostNet', 'ClusterFirst', 'Default', 'None'];
const NAMESERVERS_MAX = 3;
const SEARCHES_MAX = 32;
const SEARCH_LIST_MAX = 2048;
const HOSTNAME_OVERRIDE_MAX = 64;
const SEARCH = /^_?[a-z0-9]([-_a-z0-9]*[a-z0-9])?(\._?[a-z0-9]([-_a-z0-9]*[a-z0-9])?)*$/;

/** What a pod's resolver asks. */
interface DnsConfig {
  readonly nameservers?: readonly string[];
  readonly searches?: readonly string[];
  readonly options?: readonly { readonly name?: string }[];
}

/** Names of a pod, and how it finds those of others. */
export interface PodDns {
  readonly dnsPolicy?: string;
  readonly dnsConfig?: DnsConfig;
  readonly hostAliases?: readonly { readonly ip?: string; readonly hostnames?: readonly string[] }[];
  readonly hostNetwork?: boolean;
  readonly hostname?: string;
  readonly hostnameOverride?: string;
  readonly setHostnameAsFQDN?: boolean;
  readonly subdomain?: string;
}

/**
 * Judges where a pod's resolver gets its settings from.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/#pod-s-dns-policy
 */
export function validateDnsPolicy(
  policy: string,
  config: DnsConfig | undefined,
  path: FieldPath,
  configPath: FieldPath,
  errors: FieldErrors,
): void {
  if (policy && !POLICIES.includes(policy)) errors.notSupported(path, policy, POLICIES);
  if (policy !== 'None') return;
  if (!config) errors.required(configPath, 'is required where dnsPolicy is None');
  else if (!config.nameservers?.length) {
    errors.required(configPath.child('nameservers'), 'needs a name server where dnsPolicy is None');
  }
}

/**
 * Judges what a pod's resolver asks; where it must name a server and does not, the rest goes unsaid.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/#pod-dns-config
 */
export function validateDnsConfig(
  { nameservers = [], searches = [], options = [] }: DnsConfig,
  policy: string | undefined,
  path: FieldPath,
  errors: FieldErrors,
): void {
  if (policy === 'None' && nameservers.length === 0) return;
  if (nameservers.length > NAMESERVERS_MAX) {
    errors.invalid(
      path.child('nameservers'),
      nameservers,
      `must have no more than ${NAMESERVERS_MAX} entries`,
    );
  }
  nameservers.forEach((server, index) => {
    validateIp(server, path.child('nameservers').index(index), errors);
  });
  if (searches.length > SEARCHES_MAX) {
    errors.invalid(path.child('searches'), searches, `must have no more than ${SEARCHES_MAX} entries`);
  }
  if (searches.join(' ').length > SEARCH_LIST_MAX) {
    errors.invalid(
      path.child('searches'),
      undefined,
      `must have no more than ${SEARCH_LIST_MAX} characters in all`,
    );
  }
  const relaxed = !isBefore(errors.version, '1.33');
  searches.forEach((search, index) => {
    const domain = search.endsWith('.') ? search.slice(0, -1) : search;
    const complaints = relaxed ? searchComplaints(domain, search) : dnsSubdomainComplaints(domain);
    errors.invalidEach(path.child('searches').index(index), search, complaints);
  });
  options.forEach(({ name }, index) => {
    if (!name) errors.required(path.child('options').index(index), 'needs a name');
  });
}

/** Since 1.33 a search domain may be the root, and have underscores. */
function searchComplaints(domain: string, search: string): readonly string[] {
  if (search === '.') return [];
  return domain.length <= DNS_SUBDOMAIN_MAX && SEARCH.test(domain)
    ? []
    : [
        'must be lower-case letters, digits, hyphens, underscores and dots, and parts that begin and end with a letter or a digit',
      ];
}

/** Judges what a pod finds in its hosts file. */
export function validateHostAliases(
  aliases: NonNullable<PodDns['hostAliases']>,
  path: FieldPath,
  errors: FieldErrors,
): void {
  // before 1.30 the server does not say which alias it means
  const indexed = !isBefore(errors.version, '1.30');
  aliases.forEach(({ ip = '', hostnames = [] }, index) => {
    const at = indexed ? path.index(index) : path;
    validateIp(ip, at.child('ip'), errors);
    hostnames.forEach((hostname, place) => {
      const field = at.child('hostnames');
      errors.invalidEach(indexed ? field.index(place) : field, hostname, dnsSubdomainComplaints(hostname));
    });
  });
}

/** Judges the host name whatever the others say; it stands behind a gate that 1.35 was the first to open. */
export function validateHostnameOverride(
  name: string,
  spec: PodDns,
  path: FieldPath,
  errors: FieldErrors,
): void {
  if (isBefore(errors.version, '1.35')) return;
  if (spec.setHostnameAsFQDN) errors.forbidden(path, 'may not be set where setHostnameAsFQDN is true');
  if (spec.hostNetwork) errors.forbidden(path, 'may not be set where hostNetwork is true');
  if (name.length > HOSTNAME_OVERRIDE_MAX) errors.tooLong(path, name, HOSTNAME_OVERRIDE_MAX);
  errors.invalidEach(path, name, dnsSubdomainComplaints(name));
}
