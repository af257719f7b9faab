import { dataAt, namespaceOf } from '../judged-manifest';
import { ABSENT_FIX, absentReferences } from '../relations/absent-references';
import type { Rule } from '../rule';

const GROUP = 'rbac.authorization.k8s.io';

/** A role that is not there. */
export const absentRole: Rule = {
  meta: {
    id: 'absent-role',
    level: 'risky',
    closedLevel: 'broken',
    kinds: [`${GROUP}/ClusterRoleBinding`, `${GROUP}/RoleBinding`],
    summary: 'a binding grants a role that is not among the manifests',
    why: 'unless the cluster has it already, the subjects are granted nothing, and no error tells of it',
    fix: ABSENT_FIX,
    see: 'https://kubernetes.io/docs/reference/access-authn-authz/rbac/#rolebinding-and-clusterrolebinding',
  },
  check(binding, set) {
    const { kind, name } = dataAt(binding.data, 'roleRef');
    if (kind !== 'Role' && kind !== 'ClusterRole') return [];
    const namespace = kind === 'Role' ? namespaceOf(binding) : '';
    return absentReferences(set, `${GROUP}/${kind}`, namespace, [{ name, path: 'roleRef.name' }]);
  },
};
