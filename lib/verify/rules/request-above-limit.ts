import { namespaceOf } from '../judged-manifest';
import { indexOnDemand } from '../relations/index-on-demand';
import { POD_KINDS } from '../relations/pod-kinds';
import type { Rule } from '../rule';
import { limitsByNamespace, withDefaults } from '../state/container-limits';
import { containersOf } from '../state/container-resources';

const limitRanges = indexOnDemand(set => limitsByNamespace(set.ofKind('LimitRange')));

/** A request above the limit that the namespace gives. */
export const requestAboveLimit: Rule = {
  meta: {
    id: 'request-above-limit',
    level: 'broken',
    kinds: POD_KINDS,
    summary: 'a container requests more than the limit that a LimitRange of the input gives it',
    why: 'admission sets the limit that the container lacks, validation refuses a limit below the request, and no pod is made',
    fix: 'set a limit on the container, or raise the default of the LimitRange',
    see: 'https://kubernetes.io/docs/concepts/policy/limit-range/#limitrange-and-admission-checks-for-pods',
  },
  check(manifest, set) {
    const byNamespace = limitRanges(set);
    if (byNamespace.size === 0) return [];
    const limits = byNamespace.get(namespaceOf(manifest));
    const pods = set.podsOf(manifest);
    if (!limits || !pods) return [];
    return containersOf(pods.spec, pods.path).flatMap(own => {
      const given = withDefaults(own, limits);
      return [...own.requests].flatMap(([resource, request]) => {
        const limit = given.limits.get(resource);
        if (own.limits.has(resource) || limit === undefined || request <= limit) return [];
        const by = limits
          .filter(({ defaults }) => defaults.get(resource) === limit)
          .map(one => `'${one.by}'`)[0];
        return [
          {
            path: `${own.path}.resources.requests[${resource}]`,
            message: `is more than the limit that LimitRange ${by} sets where the container has none`,
          },
        ];
      });
    });
  },
};
