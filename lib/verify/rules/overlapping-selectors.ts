import { workloadsSelectedBy } from '../relations/overlapping-workloads';
import { isOwned } from '../relations/owner';
import { LASTING_WORKLOADS } from '../relations/pod-selector';
import type { Rule } from '../rule';

/** A workload that selects the pods of another. */
export const overlappingSelectors: Rule = {
  meta: {
    id: 'overlapping-selectors',
    level: 'risky',
    kinds: LASTING_WORKLOADS,
    summary: 'the selector of a workload matches the pods of another',
    why: "controllers keep to the pods that they own, but autoscalers, budgets and kubectl go by the selector and count the other's pods, and pods without an owner are taken by either",
    fix: 'give each workload a label of its own in its template and its selector; the selector of a stored workload does not change, so it has to be made anew',
    see: 'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#selector',
  },
  check(workload, set) {
    const selected = workloadsSelectedBy(workload, set);
    if (selected.length === 0) return [];
    const [other, ...more] = selected.filter(each => !isOwned(each));
    if (!other || isOwned(workload)) return [];
    const { kind, name } = other.object;
    const rest = more.length > 0 ? `, and those of ${more.length} more` : '';
    return [{ path: 'spec.selector', message: `matches the pods of ${kind} '${name}'${rest}, too` }];
  },
};
