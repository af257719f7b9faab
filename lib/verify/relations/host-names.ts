import { dataAt, listAt } from '../judged-manifest';
import type { PodSource } from './pod-source';

const IN_URL = /[a-z][a-z0-9+.-]*:\/\/(?:[^\s/@]*@)?([^\s/:?#,'"\])]+)/gi;
const WITH_PORT = /^([a-z0-9.-]+):\d{2,5}$/i;
const HOST = /^(?=.*[a-z])[a-z0-9]([a-z0-9.-]*[a-z0-9])?\.?$/i;
const HOLDS_HOST = /(^|_)(HOST|ADDR|ADDRESS|ENDPOINT|SERVERS?|BROKERS?)$/i;
const NO_HOST = /image|version|tag|listen|bind/i;
const OF_ITSELF = /^(localhost|true|false|ip6-.*|.*\.localhost)$/i;

/** Where a pod is told a host name. */
export interface HostNameUse {
  readonly container: string;
  /** Such as `env DATABASE_URL`, `args[0]`; never the value, which may hold a password. */
  readonly place: string;
}

/** The first place where the environment or the arguments of a pod hold a host name; undefined for none. */
export function hostNameUse({ spec }: PodSource): HostNameUse | undefined {
  const aliases = new Set(
    listAt(spec, 'hostAliases').flatMap(({ hostnames }) => (Array.isArray(hostnames) ? hostnames : [])),
  );
  const holds = (text: unknown, name = '') =>
    typeof text === 'string' && hostsIn(text, name).some(host => !aliases.has(host));
  for (const data of [...listAt(spec, 'containers'), ...listAt(spec, 'initContainers')]) {
    const container = String(data.name ?? '');
    for (const { name, value } of listAt(data, 'env')) {
      if (holds(value, String(name))) return { container, place: `env ${name}` };
    }
    for (const field of ['command', 'args']) {
      const words = data[field];
      const at = Array.isArray(words) ? words.findIndex(word => holds(word)) : -1;
      if (at >= 0) return { container, place: `${field}[${at}]` };
    }
  }
  return undefined;
}

/** @param name the name of the variable that holds the text; it may say that the text is a host. */
function hostsIn(text: string, name: string): string[] {
  if (NO_HOST.test(name)) return [];
  const found = [...text.matchAll(IN_URL)].map(match => match[1] ?? '');
  for (const part of text.split(',')) {
    const bare = part.trim();
    found.push(WITH_PORT.exec(bare)?.[1] ?? (HOLDS_HOST.test(name) ? bare : ''));
  }
  return found.filter(host => HOST.test(host) && !OF_ITSELF.test(host));
}

/** Whether a pod asks the DNS of the cluster, from a network of its own. */
export function asksClusterDns({ spec }: PodSource): boolean {
  return (
    spec.hostNetwork !== true &&
    spec.dnsPolicy !== 'None' &&
    dataAt(spec, 'dnsConfig').nameservers === undefined
  );
}
