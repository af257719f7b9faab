import { dataAt } from '../judged-manifest';
import type { Data } from '../manifest';
import { selectorOf } from '../relations/pod-selector';
import { selectedPods } from '../relations/selected-pods';
import type { Rule } from '../rule';

/** A disruption budget that allows no disruption. */
export const undrainableBudget: Rule = {
  meta: {
    id: 'undrainable-budget',
    level: 'risky',
    kinds: ['policy/PodDisruptionBudget'],
    summary: 'a PodDisruptionBudget never lets a node be drained',
    why: 'evictions of its pods are refused for ever: upgrades of nodes hang until somebody deletes the budget or the pods',
    fix: 'let at least one pod be missing: maxUnavailable 1, or a minAvailable below the number of replicas',
    see: 'https://kubernetes.io/docs/tasks/run-application/configure-pdb/#think-about-how-your-application-reacts-to-disruptions',
  },
  check(budget, set) {
    const selector = selectorOf(budget);
    if (!selector) return [];
    let most = 0;
    for (const source of selectedPods(set).of(budget)) most += set.podCountOf(source).max;
    if (most === 0) return [];
    const problem = problemOf(dataAt(budget.data, 'spec'), most);
    return problem ? [problem] : [];
  },
};

function problemOf({ minAvailable, maxUnavailable }: Data, most: number) {
  if (maxUnavailable !== undefined && maxUnavailable !== null) {
    const none = maxUnavailable === 0 || percentOf(maxUnavailable) === 0;
    return none
      ? {
          path: 'spec.maxUnavailable',
          value: maxUnavailable,
          message: 'allows no disruption: must be 1 at least',
        }
      : undefined;
  }
  const percent = percentOf(minAvailable);
  if (percent !== undefined && percent < 100 && !Number.isFinite(most)) return undefined;
  const least =
    percent === undefined ? minAvailable : percent >= 100 ? most : Math.ceil((percent * most) / 100);
  if (typeof least !== 'number' || least < most) return undefined;
  const pods = most === 1 ? 'is 1 pod' : `are ${most} pods`;
  const all = Number.isFinite(most) ? `there ${pods} at most` : 'that is all of the pods';
  return {
    path: 'spec.minAvailable',
    value: minAvailable,
    message: `allows no disruption: ${all}, and ${least !== most ? `${least} of them` : most === 1 ? 'it' : 'all of them'} must be available`,
  };
}

function percentOf(value: unknown): number | undefined {
  const digits = typeof value === 'string' ? /^(\d+)%$/.exec(value)?.[1] : undefined;
  return digits === undefined ? undefined : Number(digits);
}
