import { listAt } from '../judged-manifest';
import type { Data } from '../manifest';
import { holdsPassword, isPlainSecret } from '../relations/plain-secret';
import { POD_KINDS } from '../relations/pod-kinds';
import type { Rule, RuleProblem } from '../rule';

const CONTAINERS = ['initContainers', 'containers'] as const;
const WORDS = ['command', 'args'] as const;

/** A secret that everybody who sees the manifest can read. */
export const plaintextSecret: Rule = {
  meta: {
    id: 'plaintext-secret',
    level: 'risky',
    kinds: POD_KINDS,
    summary: 'a container is given a secret in plain text',
    why: 'everybody who may read the repository, the workload or its pods reads the secret, and it is changed nowhere but here',
    fix: 'put it into a Secret, and refer to that with valueFrom.secretKeyRef',
    see: 'https://kubernetes.io/docs/concepts/configuration/secret/',
  },
  check(manifest, set) {
    const pods = set.podsOf(manifest);
    if (!pods) return [];
    const problems: RuleProblem[] = [];
    for (const list of CONTAINERS) {
      for (const [index, container] of listAt(pods.spec, list).entries()) {
        const path = `${pods.path}.${list}[${index}]`;
        addVariables(container, path, problems);
        addWords(container, path, problems);
      }
    }
    return problems;
  },
};

function addVariables(container: Data, path: string, problems: RuleProblem[]): void {
  for (const [index, { name, value }] of listAt(container, 'env').entries()) {
    if (typeof name !== 'string' || typeof value !== 'string') continue;
    const hasPassword = holdsPassword(value);
    if (!hasPassword && !isPlainSecret(name, value)) continue;
    const what = hasPassword ? 'an address with a password' : 'a secret';
    problems.push({
      path: `${path}.env[${index}].value`,
      message: `is ${what} in plain text: the value of '${name}'`,
    });
  }
}

function addWords(container: Data, path: string, problems: RuleProblem[]): void {
  for (const field of WORDS) {
    const words = container[field];
    if (!Array.isArray(words)) continue;
    for (const [index, word] of words.entries()) {
      if (typeof word !== 'string' || !word.includes('://') || !holdsPassword(word)) continue;
      problems.push({
        path: `${path}.${field}[${index}]`,
        message: 'holds an address with a password in plain text',
      });
    }
  }
}
