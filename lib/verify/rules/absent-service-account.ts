import { ABSENT_FIX, absentReferences } from '../relations/absent-references';
import { POD_KINDS } from '../relations/pod-kinds';
import type { Rule } from '../rule';

/** A ServiceAccount that is not there. */
export const absentServiceAccount: Rule = {
  meta: {
    id: 'absent-service-account',
    level: 'risky',
    closedLevel: 'broken',
    kinds: POD_KINDS,
    summary: 'pods act as a ServiceAccount that is not among the manifests',
    why: 'unless the cluster has it already, no pod is created',
    fix: ABSENT_FIX,
    see: 'https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/',
  },
  check(manifest, set) {
    const pods = set.podsOf(manifest);
    if (!pods) return [];
    const { spec, path, namespace } = pods;
    const field = spec.serviceAccountName ? 'serviceAccountName' : 'serviceAccount';
    if (!spec[field]) return [];
    return absentReferences(set, 'ServiceAccount', namespace, [
      { name: spec[field], path: `${path}.${field}` },
    ]);
  },
};
