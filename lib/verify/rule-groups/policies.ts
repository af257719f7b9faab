import type { Rule } from '../rule';
import { budgetsOverSamePods } from '../rules/budgets-over-same-pods';
import { dnsIsolatedPods } from '../rules/dns-isolated-pods';
import { selectorWithoutPods } from '../rules/selector-without-pods';
import { undrainableBudget } from '../rules/undrainable-budget';

/** The rules of policies for pods, in the order of the alphabet. */
export const RULES: readonly Rule[] = [
  budgetsOverSamePods,
  dnsIsolatedPods,
  selectorWithoutPods,
  undrainableBudget,
];
