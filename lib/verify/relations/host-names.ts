import { dataAt, listAt } from '../judged-manifest';
import type { Data } from '../manifest';
import type { ManifestSet } from './manifest-set';
import type { PodSource } from './pod-source';

const IN_URL = /[a-z][a-z0-9+.-]*:\/\/(?:[^\s/@]*@)?([^\s/:?#,'"\])]+)/gi;
const WITH_PORT = /^([a-z0-9.-]+):\d{2,5}$/i;
const HOST = /^(?=.*[a-z])[a-z0-9]([a-z0-9.-]*[a-z0-9])?\.?$/i;
const OF_CLUSTER = /\.svc(\.[a-z0-9.-]+)?$/i;
const HOLDS_HOST = /(HOST|_HOSTNAME|(^|_)(ADDR|ADDRESS|ENDPOINT|SERVERS?|BROKERS?))$/i;
const NO_HOST = /image|version|tag|listen|bind/i;
const OF_ITSELF = /^(localhost|true|false|ip6-.*|.*\.localhost)$/i;

/** Where a pod is told a host name. */
export interface HostNameUse {
  readonly container: string;
  /** Such as `env DATABASE_URL`, `args[0]`; never the value, which may hold a password. */
  readonly place: string;
}

/** Something that a container is told, and where. */
interface Told {
  readonly place: string;
  /** The name of the variable; empty for arguments. */
  readonly name: string;
  readonly text: unknown;
}

/** The first place where the environment or the arguments of a pod hold a host name; undefined for none. */
export function hostNameUse({ spec, namespace }: PodSource, set: ManifestSet): HostNameUse | undefined {
  const aliases = new Set(
    listAt(spec, 'hostAliases').flatMap(({ hostnames }) => (Array.isArray(hostnames) ? hostnames : [])),
  );
  for (const data of [...listAt(spec, 'containers'), ...listAt(spec, 'initContainers')]) {
    for (const { place, name, text } of toldTo(data, namespace, set)) {
      if (typeof text !== 'string' || !hostsIn(text, name).some(host => !aliases.has(host))) continue;
      return { container: String(data.name ?? ''), place };
    }
  }
  return undefined;
}

/** Whether a pod asks the DNS of the cluster, from a network of its own. */
export function asksClusterDns({ spec }: PodSource): boolean {
  const { nameservers } = dataAt(spec, 'dnsConfig');
  return spec.hostNetwork !== true && spec.dnsPolicy !== 'None' && nameservers === undefined;
}

function toldTo(container: Data, namespace: string, set: ManifestSet): Told[] {
  const config = (name: unknown): Data => {
    const found = typeof name === 'string' ? set.find('ConfigMap', namespace, name) : undefined;
    return found ? dataAt(found.data, 'data') : {};
  };
  const env = listAt(container, 'env').map(({ name, value, valueFrom }): Told => {
    const from = dataAt({ valueFrom }, 'valueFrom', 'configMapKeyRef');
    return { place: `env ${name}`, name: String(name), text: value ?? config(from.name)[String(from.key)] };
  });
  const envFrom = listAt(container, 'envFrom').flatMap(source => {
    const { name } = dataAt(source, 'configMapRef');
    return Object.entries(config(name)).map(
      ([key, text]): Told => ({ place: `env ${key} of ConfigMap '${name}'`, name: key, text }),
    );
  });
  const words = ['command', 'args'].flatMap(field => {
    const list = container[field];
    return Array.isArray(list)
      ? list.map((text, at): Told => ({ place: `${field}[${at}]`, name: '', text }))
      : [];
  });
  return [...env, ...envFrom, ...words];
}

/** @param name the name of the variable that holds the text; it may say that the text is a host. */
function hostsIn(text: string, name: string): string[] {
  if (NO_HOST.test(name)) return [];
  const found = [...text.matchAll(IN_URL)].map(match => match[1] ?? '');
  for (const part of text.split(',')) {
    const bare = part.trim();
    const isHost = HOLDS_HOST.test(name) || OF_CLUSTER.test(bare);
    found.push(WITH_PORT.exec(bare)?.[1] ?? (isHost ? bare : ''));
  }
  return found.filter(host => HOST.test(host) && !OF_ITSELF.test(host));
}
