import { dataAt, listAt, namespaceOf } from '../judged-manifest';
import { knownKeys, levelOfMissing } from '../relations/config-content';
import { isIssued } from '../relations/issued-certificates';
import type { Rule, RuleProblem } from '../rule';

const NEEDED = ['tls.crt', 'tls.key'];

/** An Ingress whose certificate is not in the Secret that it names. */
export const tlsSecretWithoutKeys: Rule = {
  meta: {
    id: 'tls-secret-without-keys',
    level: 'broken',
    kinds: ['networking.k8s.io/Ingress'],
    summary: 'the Secret of an Ingress lacks the certificate or its key',
    why: 'controllers look for tls.crt and tls.key alone: the hosts are served with the certificate of the controller, or not at all',
    fix: 'make a Secret of type kubernetes.io/tls, which holds tls.crt and tls.key',
    see: 'https://kubernetes.io/docs/concepts/services-networking/ingress/#tls',
  },
  check(ingress, set) {
    const entries = listAt(dataAt(ingress.data, 'spec'), 'tls');
    if (entries.length === 0 || isIssued(ingress)) return [];
    const problems: RuleProblem[] = [];
    for (const [index, { secretName }] of entries.entries()) {
      if (typeof secretName !== 'string' || secretName === '') continue;
      const keys = knownKeys(set, 'Secret', namespaceOf(ingress), secretName);
      const missing = keys ? NEEDED.filter(key => !keys.has(key)) : [];
      if (missing.length === 0) continue;
      const message = `names Secret '${secretName}', which lacks ${missing.map(key => `'${key}'`).join(' and ')}`;
      const level = levelOfMissing(set, 'Secret', namespaceOf(ingress));
      problems.push({ path: `spec.tls[${index}].secretName`, value: secretName, message, ...level });
    }
    return problems;
  },
};
