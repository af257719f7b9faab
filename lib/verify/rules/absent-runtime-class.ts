import { ABSENT_FIX, absentReferences } from '../relations/absent-references';
import { POD_KINDS } from '../relations/pod-kinds';
import type { Rule } from '../rule';

/** A RuntimeClass that is not there. */
export const absentRuntimeClass: Rule = {
  meta: {
    id: 'absent-runtime-class',
    level: 'risky',
    closedLevel: 'broken',
    kinds: POD_KINDS,
    summary: 'pods name a RuntimeClass that is not among the manifests',
    why: 'unless the cluster has it already, no pod is created',
    fix: ABSENT_FIX,
    see: 'https://kubernetes.io/docs/concepts/containers/runtime-class/',
  },
  check(manifest, set) {
    const pods = set.podsOf(manifest);
    const name = pods?.spec.runtimeClassName;
    if (!pods || !name) return [];
    return absentReferences(set, 'node.k8s.io/RuntimeClass', '', [
      { name, path: `${pods.path}.runtimeClassName` },
    ]);
  },
};
