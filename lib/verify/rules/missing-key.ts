import { knownKeys, levelOfMissing } from '../relations/config-content';
import { POD_KINDS } from '../relations/pod-kinds';
import { podReferences } from '../relations/pod-references';
import { quotedNames } from '../relations/quoted-names';
import type { Rule, RuleProblem } from '../rule';

/** A key that a ConfigMap or a Secret of the input lacks. */
export const missingKey: Rule = {
  meta: {
    id: 'missing-key',
    level: 'broken',
    kinds: POD_KINDS,
    summary: 'pods ask for a key that the ConfigMap or Secret of the input lacks',
    why: 'the container waits with CreateContainerConfigError, or the volume is never mounted, until somebody adds the key; it is risky where a role lets a program of the namespace add it',
    fix: 'correct the key, add it to the ConfigMap or Secret, or mark the reference as optional',
    see: 'https://kubernetes.io/docs/tasks/configure-pod-container/configure-pod-configmap/',
  },
  check(manifest, set) {
    const pods = set.podsOf(manifest);
    if (!pods) return [];
    const problems: RuleProblem[] = [];
    for (const { kind, name, optional, keys } of podReferences(pods)) {
      if (optional || keys.length === 0) continue;
      const known = knownKeys(set, kind, pods.namespace, name);
      if (!known) continue;
      for (const { key, path } of keys) {
        if (known.has(key)) continue;
        const message = `names key '${key}', which ${kind} '${name}' lacks; it has ${quotedNames(known)}`;
        problems.push({ path, value: key, message, ...levelOfMissing(set, kind, pods.namespace) });
      }
    }
    return problems;
  },
};
