import { namespaceOf } from '../judged-manifest';
import { podSelectorOf } from '../relations/service-selector';
import type { Rule } from '../rule';

/** A Service whose selector matches nothing. */
export const serviceWithoutPods: Rule = {
  meta: {
    id: 'service-without-pods',
    level: 'broken',
    kinds: ['Service'],
    summary: 'the selector of a Service matches no pod',
    why: 'a Service without endpoints refuses every connection, and its name may still resolve, so that nothing but its users notices',
    fix: "write the labels of the pods' template into the selector, or declare the pods external",
    see: 'https://kubernetes.io/docs/concepts/services-networking/service/#services-in-kubernetes',
  },
  check(service, set) {
    const selector = podSelectorOf(service);
    if (!selector) return [];
    const namespace = namespaceOf(service);
    if (set.podsMatching(namespace, selector).length > 0) return [];
    if (set.mayMatchUnseenPods(namespace, selector)) return [];
    return [
      {
        path: 'spec.selector',
        value: selector.matchLabels,
        message: 'matches the labels of no pod of the input',
      },
    ];
  },
};
