import { namespaceOf } from '../judged-manifest';
import { selectsPassingPods } from '../relations/passing-pods';
import { selectorOf } from '../relations/pod-selector';
import { selectedPods } from '../relations/selected-pods';
import type { Rule } from '../rule';

/** What each kind of policy does not do where it selects nothing. */
const EFFECTS: Readonly<Record<string, readonly [field: string, effect: string]>> = {
  NetworkPolicy: ['spec.podSelector', 'it keeps nothing from any pod'],
  PodDisruptionBudget: ['spec.selector', 'it protects none from eviction'],
};

/** A policy for pods that are not there. */
export const selectorWithoutPods: Rule = {
  meta: {
    id: 'selector-without-pods',
    level: 'risky',
    kinds: ['policy/PodDisruptionBudget', 'networking.k8s.io/NetworkPolicy'],
    summary: 'a budget or a network policy selects no pod of the manifests',
    why: 'it is accepted and does nothing: the pods that it was written for are evicted all at once, or open to everybody',
    fix: "write labels of the pods' template into the selector, or declare the pods external",
    see: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors',
  },
  check(policy, set) {
    const selector = selectorOf(policy);
    if (!selector) return [];
    const { matchLabels = {}, matchExpressions = [] } = selector;
    if (Object.keys(matchLabels).length === 0 && matchExpressions.length === 0) return [];
    if (selectedPods(set).of(policy).length > 0) return [];
    const namespace = namespaceOf(policy);
    if (set.isTarget(namespace) || set.mayMatchOnlyUnseenPods(namespace, selector)) return [];
    if (selectsPassingPods(selector)) return [];
    const [path = '', effect] = EFFECTS[policy.object.kind] ?? [];
    return [{ path, message: `matches the labels of no pod of the manifests: ${effect}` }];
  },
};
