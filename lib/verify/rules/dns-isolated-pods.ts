import { dataAt, namespaceOf } from '../judged-manifest';
import { isolatesEgress, mayAllowDns } from '../relations/dns-egress';
import { asksClusterDns, hostNameUse } from '../relations/host-names';
import type { ManifestSet } from '../relations/manifest-set';
import type { PodSource } from '../relations/pod-source';
import { selectedPods } from '../relations/selected-pods';
import { selectingManifests } from '../relations/selecting-manifests';
import type { Rule } from '../rule';

const POLICY = 'networking.k8s.io/NetworkPolicy';

/** Policies of others, which may allow what these do not. */
const OTHER_POLICIES = [
  'cilium.io/CiliumClusterwideNetworkPolicy',
  'cilium.io/CiliumNetworkPolicy',
  'crd.projectcalico.org/GlobalNetworkPolicy',
  'crd.projectcalico.org/NetworkPolicy',
  'policy.networking.k8s.io/AdminNetworkPolicy',
  'projectcalico.org/GlobalNetworkPolicy',
  'projectcalico.org/NetworkPolicy',
];

/** Pods that are told host names, and may not ask for their addresses. */
export const dnsIsolatedPods: Rule = {
  meta: {
    id: 'dns-isolated-pods',
    level: 'risky',
    kinds: [POLICY],
    summary: 'a NetworkPolicy keeps pods from DNS whose environment holds host names',
    why: 'the pods may send only what a policy allows, and none of those that select them allows port 53: no name resolves, and what the policies do allow by name is not reached either',
    fix: 'allow egress to port 53, UDP and TCP, of the pods with k8s-app: kube-dns in the namespace kube-system',
    see: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/#default-deny-all-egress-traffic',
  },
  check(policy, set) {
    if (!isolatesEgress(policy) || mayAllowDns(policy)) return [];
    if (OTHER_POLICIES.some(kind => set.ofKind(kind).length > 0)) return [];
    const namespace = namespaceOf(policy);
    for (const source of selectedPods(set).of(policy)) {
      if (source.namespace !== namespace || !asksClusterDns(source)) continue;
      const use = isSaidOrAllowed(source, policy.object.index, set) ? undefined : hostNameUse(source, set);
      if (!use) continue;
      const { kind, name } = source.manifest.object;
      const path = dataAt(policy.data, 'spec').egress ? 'spec.egress' : 'spec.policyTypes';
      const told = `${use.place} of container '${use.container}' holds a host name`;
      return [{ path, message: `keeps the pods of ${kind} '${name}' from DNS, and ${told}` }];
    }
    return [];
  },
};

/** Whether another policy allows DNS, or is the first of those that keep the pods from it, and says so. */
function isSaidOrAllowed(source: PodSource, index: number, set: ManifestSet): boolean {
  return selectingManifests(set)
    .of(source, POLICY)
    .filter(isolatesEgress)
    .some(other => other.object.index < index || mayAllowDns(other));
}
