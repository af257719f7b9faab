import { dataAt, type JudgedManifest, listAt, namespaceOf } from '../judged-manifest';
import type { Data } from '../manifest';

const DNS = 53;
const NAME_LABEL = 'kubernetes.io/metadata.name';
const HOLDS_DNS = /^kube-system$|dns/;

/**
 * Whether a NetworkPolicy lets pods send only what it, or another, allows.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/network-policies/#the-two-sorts-of-pod-isolation
 */
export function isolatesEgress({ data }: JudgedManifest): boolean {
  const spec = dataAt(data, 'spec');
  const { policyTypes } = spec;
  if (Array.isArray(policyTypes) && policyTypes.length > 0) return policyTypes.includes('Egress');
  return listAt(spec, 'egress').length > 0;
}

/** Whether a NetworkPolicy may let pods ask the DNS of the cluster, or another one. */
export function mayAllowDns(policy: JudgedManifest): boolean {
  return listAt(dataAt(policy.data, 'spec'), 'egress').some(rule => {
    const ports = listAt(rule, 'ports');
    if (ports.length > 0 && !ports.some(isDns)) return false;
    const peers = listAt(rule, 'to');
    return peers.length === 0 || peers.some(peer => mayBeDns(peer, ports.length > 0, namespaceOf(policy)));
  });
}

/** A name is that of a port of the pod at the other end. */
function isDns({ port, endPort }: Data): boolean {
  if (port === undefined || port === null) return true;
  if (typeof port !== 'number') return String(port).includes('dns');
  return port === DNS || (port < DNS && typeof endPort === 'number' && endPort >= DNS);
}

function mayBeDns(peer: Data, byPort: boolean, namespace: string): boolean {
  if (peer.ipBlock) return true;
  const isThere = peer.namespaceSelector
    ? mayMatchDns(dataAt(peer, 'namespaceSelector'))
    : namespace === '' || HOLDS_DNS.test(namespace);
  if (!isThere || byPort) return isThere;
  const labels = Object.entries(dataAt(peer, 'podSelector', 'matchLabels'));
  return labels.length === 0 || labels.some(label => label.join('=').includes('dns'));
}

/** A selector that does not go by the name of the namespace may match any. */
function mayMatchDns(selector: Data): boolean {
  const name = dataAt(selector, 'matchLabels')[NAME_LABEL];
  if (typeof name === 'string') return HOLDS_DNS.test(name);
  const named = listAt(selector, 'matchExpressions').find(
    ({ key, operator }) => key === NAME_LABEL && operator === 'In',
  );
  return !named || (Array.isArray(named.values) && named.values.some(value => HOLDS_DNS.test(String(value))));
}
