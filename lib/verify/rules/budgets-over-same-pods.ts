import type { LabelSelectorSpec } from '../../kubernetes/label-selector';
import { type JudgedManifest, namespaceOf } from '../judged-manifest';
import type { ManifestSet } from '../relations/manifest-set';
import { selectorOf } from '../relations/pod-selector';
import { isSameObject } from '../relations/same-object';
import { selectedPods } from '../relations/selected-pods';
import { selectingManifests } from '../relations/selecting-manifests';
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
    const selector = selectorOf(budget);
    const namespace = namespaceOf(budget);
    if (!selector || !isCertain(selector, set)) return [];
    for (const source of selectedPods(set).of(budget)) {
      if (source.namespace !== namespace) continue;
      const other = selectingManifests(set)
        .of(source, BUDGET)
        .find(each => isAnother(each, budget) && isCertain(selectorOf(each) ?? {}, set));
      if (!other) continue;
      const { kind, name } = source.manifest.object;
      const message = `matches the pods of ${kind} '${name}', and so does PodDisruptionBudget '${other.object.name}'`;
      return [{ path: 'spec.selector', message }];
    }
    return [];
  },
};

function isAnother(one: JudgedManifest, other: JudgedManifest): boolean {
  return namespaceOf(one) === namespaceOf(other) && !isSameObject(one, other);
}

/** Whether labels that controllers and agents set are not in it: by those, pods of one workload may be told apart. */
function isCertain(
  { matchLabels = {}, matchExpressions = [] }: LabelSelectorSpec,
  set: ManifestSet,
): boolean {
  return [...Object.keys(matchLabels), ...matchExpressions.map(({ key }) => key)].every(key =>
    set.isOfTemplates(key),
  );
}
