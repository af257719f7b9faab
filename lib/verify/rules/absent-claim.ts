import { ABSENT_FIX, absentReferences } from '../relations/absent-references';
import { POD_KINDS } from '../relations/pod-kinds';
import { podVolumes } from '../relations/pod-volumes';
import { maybeTemplateOfClaim } from '../relations/template-claims';
import type { Rule } from '../rule';

/** A claim that is not there. */
export const absentClaim: Rule = {
  meta: {
    id: 'absent-claim',
    level: 'risky',
    closedLevel: 'broken',
    kinds: POD_KINDS,
    summary: 'pods need a PersistentVolumeClaim that is not among the manifests',
    why: 'unless the cluster has it already, the pods are never scheduled',
    fix: ABSENT_FIX,
    see: 'https://kubernetes.io/docs/concepts/storage/persistent-volumes/#claims-as-volumes',
  },
  check(manifest, set) {
    const pods = set.podsOf(manifest);
    if (!pods) return [];
    const { claimed } = podVolumes(pods);
    if (claimed.length === 0) return [];
    const needed = claimed.map(({ claim, path }) => ({ name: claim, path }));
    return absentReferences(set, 'PersistentVolumeClaim', pods.namespace, needed).filter(
      ({ value }) => !maybeTemplateOfClaim(set, pods.namespace, String(value)),
    );
  },
};
