import type { LabelSelectorSpec } from '../../kubernetes/label-selector';
import { type JudgedManifest, namespaceOf } from '../judged-manifest';
import { indexOnDemand } from '../relations/index-on-demand';
import type { ManifestSet } from '../relations/manifest-set';
import { selectorOf } from '../relations/pod-selector';
import type { PodSource } from '../relations/pod-source';
import { isSameObject } from '../relations/same-object';
import { selectedPods } from '../relations/selected-pods';
import type { Rule } from '../rule';

const BUDGET = 'policy/PodDisruptionBudget';

/** Two budgets over the same pods. */
export const budgetsOverSamePods: Rule = {
  meta: {
    id: 'budgets-over-same-pods',
    level: 'broken',
    kinds: [BUDGET],
    summary: 'two PodDisruptionBudgets select the same pods',
    why: 'eviction refuses a pod that more than one budget selects: its node can never be drained',
    fix: 'keep one of the budgets, or give the pods that each is for a label of their own',
    see: 'https://kubernetes.io/docs/concepts/workloads/pods/disruptions/#pod-disruption-budgets',
  },
  check(budget, set) {
    if (set.ofKind(BUDGET).length < 2) return [];
    const shared = budgetsOfSharedPods(set);
    if (shared.size === 0 || !isCertain(selectorOf(budget), set)) return [];
    for (const source of selectedPods(set).of(budget)) {
      if (source.namespace !== namespaceOf(budget)) continue;
      const other = shared.get(source)?.find(each => !isSameObject(each, budget));
      if (!other) continue;
      const { kind, name } = source.manifest.object;
      const message = `matches the pods of ${kind} '${name}', and so does PodDisruptionBudget '${other.object.name}'`;
      return [{ path: 'spec.selector', message }];
    }
    return [];
  },
};

/** The budgets of each source of pods that has several in its namespace. */
const budgetsOfSharedPods = indexOnDemand(set => {
  const first = new Map<PodSource, JudgedManifest>();
  const shared = new Map<PodSource, JudgedManifest[]>();
  for (const budget of set.ofKind(BUDGET)) {
    if (!isCertain(selectorOf(budget), set)) continue;
    for (const source of selectedPods(set).of(budget)) {
      if (source.namespace !== namespaceOf(budget)) continue;
      const known = first.get(source);
      const all = shared.get(source);
      if (!known) first.set(source, budget);
      else if (all) all.push(budget);
      else shared.set(source, [known, budget]);
    }
  }
  return shared;
});

/** Whether labels that controllers and agents set are not in it: by those, pods of one workload may be told apart. */
function isCertain(selector: LabelSelectorSpec = {}, set: ManifestSet): boolean {
  const { matchLabels = {}, matchExpressions = [] } = selector;
  return (
    Object.keys(matchLabels).every(key => set.isOfTemplates(key)) &&
    matchExpressions.every(({ key }) => set.isOfTemplates(key))
  );
}
