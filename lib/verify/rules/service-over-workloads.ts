import { dataAt, type JudgedManifest } from '../judged-manifest';
import { hasSubsets } from '../relations/host-subsets';
import type { ManifestSet } from '../relations/manifest-set';
import { isOwned } from '../relations/owner';
import type { PodSource } from '../relations/pod-source';
import { mixesSlots } from '../relations/release-services';
import { runningContainers } from '../relations/running-containers';
import { selectedPods } from '../relations/selected-pods';
import { podSelectorOf } from '../relations/service-selector';
import { isMonitoring, isTarget, type TargetPort, targetPortsOf } from '../relations/target-port';
import type { Rule } from '../rule';

/** A Service over the pods of several workloads. */
export const serviceOverWorkloads: Rule = {
  meta: {
    id: 'service-over-workloads',
    level: 'risky',
    kinds: ['Service'],
    summary: 'a Service selects the pods of more than one workload',
    why: 'requests go to all of them by chance; a Job or a second program with the same labels answers what it knows nothing of, or refuses the connection',
    fix: 'give the pods that are meant a label of their own, and add it to the selector',
    see: 'https://kubernetes.io/docs/concepts/services-networking/service/#services-in-kubernetes',
  },
  check(service, set) {
    const sources = selectedPods(set).ofSeen(service);
    if (sources.length < 2 || !isBalanced(service, set)) return [];
    const workloads = sources.filter(
      source => isWorkload(source.manifest, set) && set.podCountOf(source).max > 0,
    );
    const reached = targetPortsOf(service)
      .filter(port => !isMonitoring(port))
      .map(port => workloads.filter(source => isReached(source, port)))
      .find(those => those.length > 1);
    if (!reached || mixesSlots(service, set) || hasSubsets(service, set)) return [];
    const names = reached.map(({ manifest: { object } }) => `${object.kind} '${object.name}'`);
    const value = dataAt(service.data, 'spec', 'selector');
    return [{ path: 'spec.selector', value, message: `matches the pods of ${names.join(' and of ')}` }];
  },
};

/** Whether a manifest is a workload of its own: no Pod, no part of another one, no second copy of one. */
function isWorkload(manifest: JudgedManifest, set: ManifestSet): boolean {
  if (manifest.object.kind === 'Pod' || isOwned(manifest)) return false;
  const [first = manifest] = set.twinsOf(manifest);
  return first === manifest;
}

/**
 * Whether a Service spreads requests over all pods that match: a headless one does not, and a label that something
 * in the cluster sets may tell them apart.
 */
function isBalanced(service: JudgedManifest, set: ManifestSet): boolean {
  const spec = dataAt(service.data, 'spec');
  if (spec.clusterIP === 'None') return false;
  const written = Object.keys(dataAt(spec, 'selector'));
  const known = podSelectorOf(service)?.matchLabels ?? {};
  return written.every(label => Object.hasOwn(known, label) && set.isOfTemplates(label));
}

/** A name leads to those pods alone that declare it. */
function isReached(source: PodSource, port: TargetPort): boolean {
  if (typeof port.target === 'number') return true;
  return runningContainers(source).some(({ ports }) => ports.some(declared => isTarget(declared, port)));
}
