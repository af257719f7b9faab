import { ABSENT_FIX, absentReferences } from '../relations/absent-references';
import { POD_KINDS } from '../relations/pod-kinds';
import type { Rule } from '../rule';

/** A PriorityClass that is not there. */
export const absentPriorityClass: Rule = {
  meta: {
    id: 'absent-priority-class',
    level: 'risky',
    closedLevel: 'broken',
    kinds: POD_KINDS,
    summary: 'pods name a PriorityClass that is not among the manifests',
    why: 'unless the cluster has it already, no pod is created',
    fix: ABSENT_FIX,
    see: 'https://kubernetes.io/docs/concepts/scheduling-eviction/pod-priority-preemption/#priorityclass',
  },
  check(manifest, set) {
    const pods = set.podsOf(manifest);
    const name = pods?.spec.priorityClassName;
    if (!pods || !name) return [];
    return absentReferences(set, 'scheduling.k8s.io/PriorityClass', '', [
      { name, path: `${pods.path}.priorityClassName` },
    ]);
  },
};
