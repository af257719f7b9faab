import { listAt, namespaceOf } from '../judged-manifest';
import type { Data } from '../manifest';
import type { Rule, RuleProblem } from '../rule';

const GROUP = 'rbac.authorization.k8s.io';

/** A binding for a ServiceAccount of the wrong namespace. */
export const subjectInOtherNamespace: Rule = {
  meta: {
    id: 'subject-in-other-namespace',
    level: 'risky',
    closedLevel: 'broken',
    kinds: [`${GROUP}/ClusterRoleBinding`, `${GROUP}/RoleBinding`],
    summary: 'a binding names a ServiceAccount that the manifests have in another namespace',
    why: 'the account of the other namespace is granted nothing, and its programs are refused what they ask for',
    fix: 'write the namespace that the ServiceAccount is in',
    see: 'https://kubernetes.io/docs/reference/access-authn-authz/rbac/#referring-to-subjects',
  },
  check({ data }, set) {
    const problems: RuleProblem[] = [];
    const subjects = listAt(data, 'subjects');
    for (const [index, { kind, name, namespace }] of subjects.entries()) {
      if (kind !== 'ServiceAccount' || typeof name !== 'string' || typeof namespace !== 'string') continue;
      if (namespace === '' || set.knows('ServiceAccount', namespace, name)) continue;
      const [other] = set.candidates('ServiceAccount', '', name);
      if (!other || isBoundToo(subjects, namespaceOf(other), name)) continue;
      problems.push({
        path: `subjects[${index}].namespace`,
        value: namespace,
        message: `is '${namespace}', and ServiceAccount '${name}' of the manifests is in '${namespaceOf(other)}'`,
      });
    }
    return problems;
  },
};

/** Whether the binding names the other account as well, so that both are meant. */
function isBoundToo(subjects: readonly Data[], namespace: string, name: string): boolean {
  return subjects.some(subject => subject.name === name && subject.namespace === namespace);
}
