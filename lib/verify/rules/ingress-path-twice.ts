import { ingressesBySharedPath, ingressPathsOf } from '../relations/ingress-paths';
import { isSameObject } from '../relations/same-object';
import type { Rule } from '../rule';

/** A path of a host that another Ingress answers on. */
export const ingressPathTwice: Rule = {
  meta: {
    id: 'ingress-path-twice',
    level: 'risky',
    kinds: ['networking.k8s.io/Ingress'],
    summary: 'two Ingresses of a class answer on one path of one host',
    why: 'the controller takes one of them, mostly the older one, or its webhook refuses the second: requests go where their author does not expect',
    fix: 'write each path into one Ingress, or give the second another host, path or class',
    see: 'https://kubernetes.io/docs/concepts/services-networking/ingress/#ingress-rules',
  },
  check(ingress, set) {
    const shared = ingressesBySharedPath(set);
    if (shared.size === 0) return [];
    return ingressPathsOf(ingress, set).flatMap(({ path, address, key }) => {
      const first = shared.get(key);
      if (!first || isSameObject(first, ingress)) return [];
      const { name, namespace } = first.object;
      const where = namespace === undefined ? '' : ` of namespace '${namespace}'`;
      return [{ path, value: address, message: `answers on ${address}, as Ingress '${name}'${where} does` }];
    });
  },
};
