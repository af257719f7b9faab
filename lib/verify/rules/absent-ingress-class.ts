import { dataAt } from '../judged-manifest';
import { isAbsent } from '../relations/program-objects';
import type { Rule } from '../rule';

/** An Ingress of a class that is not there. */
export const absentIngressClass: Rule = {
  meta: {
    id: 'absent-ingress-class',
    level: 'risky',
    closedLevel: 'broken',
    kinds: ['networking.k8s.io/Ingress'],
    summary: 'the class of an Ingress is not among the manifests',
    why: 'unless the class is in the cluster already, no controller takes the Ingress, and nothing answers on its hosts',
    fix: 'write the name of a class of the cluster, and declare it external',
    see: 'https://kubernetes.io/docs/concepts/services-networking/ingress/#ingress-class',
  },
  check({ data }, set) {
    const name = dataAt(data, 'spec').ingressClassName;
    if (typeof name !== 'string' || name === '') return [];
    if (!isAbsent(set, 'networking.k8s.io/IngressClass', '', name)) return [];
    return [
      {
        path: 'spec.ingressClassName',
        value: name,
        message: `names IngressClass '${name}', which is not among the manifests`,
      },
    ];
  },
};
