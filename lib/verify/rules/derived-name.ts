import { DNS_SUBDOMAIN_MAX } from '../../kubernetes/dns-format';
import {
  claimTemplateNameBudget,
  type NameBudget,
  statefulSetNameBudget,
} from '../../kubernetes/name-budget';
import { dataAt } from '../judged-manifest';
import type { ManifestSet } from '../relations/manifest-set';
import type { PodSource } from '../relations/pod-source';
import { podVolumes } from '../relations/pod-volumes';
import type { Rule, RuleProblem } from '../rule';

/** A name that is too long for what Kubernetes makes of it. */
export const derivedName: Rule = {
  meta: {
    id: 'derived-name',
    level: 'broken',
    kinds: ['apps/StatefulSet', 'apps/Deployment'],
    summary: 'a name is too long for the names and labels that are made of it',
    why: 'the server takes the workload, and refuses its pods, its ReplicaSets or its claims',
    fix: 'shorten the name',
    see: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/names/',
  },
  check(manifest, set) {
    const pods = set.podsOf(manifest);
    if (!pods) return [];
    const { name } = manifest.object;
    if (pods.kind === 'apps/Deployment') return over('metadata.name', name, REPLICA_SETS);
    const highest = highestOrdinal(pods, set);
    return [
      ...over('metadata.name', name, statefulSetNameBudget(highest)),
      ...podVolumes(pods).volumes.flatMap(volume => {
        if (!volume.isClaimTemplate) return [];
        const budget = claimTemplateNameBudget(name, highest);
        return over(`${volume.path}.metadata.name`, volume.name, budget);
      }),
    ];
  },
};

/** A hyphen and a hash of up to ten characters. */
const REPLICA_SETS: NameBudget = {
  max: DNS_SUBDOMAIN_MAX - 11,
  because: "the ReplicaSets' names add 11 characters",
};

function highestOrdinal(pods: PodSource, set: ManifestSet): number {
  const { start } = dataAt(pods.manifest.data, 'spec', 'ordinals');
  return (typeof start === 'number' ? start : 0) + set.podCountOf(pods).max - 1;
}

function over(path: string, name: string, { max, because }: NameBudget): RuleProblem[] {
  if (name.length <= max) return [];
  const message = `has ${name.length} characters and may have ${max}, as ${because}`;
  return [{ path, value: name, message }];
}
