import { ABSENT_FIX, absentReferences } from '../relations/absent-references';
import { POD_KINDS } from '../relations/pod-kinds';
import { neededOf } from '../relations/pod-references';
import type { Rule } from '../rule';

/** A ConfigMap that is not there. */
export const absentConfigMap: Rule = {
  meta: {
    id: 'absent-config-map',
    level: 'risky',
    closedLevel: 'broken',
    kinds: POD_KINDS,
    summary: 'pods need a ConfigMap that is not among the manifests',
    why: 'unless the cluster has it already, the containers do not start',
    fix: ABSENT_FIX,
    see: 'https://kubernetes.io/docs/concepts/configuration/configmap/#using-configmaps',
  },
  check(manifest, set) {
    const pods = set.podsOf(manifest);
    if (!pods) return [];
    return absentReferences(set, 'ConfigMap', pods.namespace, neededOf(pods, 'ConfigMap'));
  },
};
