import type { Rule } from './rule';
import { RULE_GROUP_NAMES } from './rule-kinds';

// The rules of a kind are loaded as late as can be, and this is not in their way.
const { ANY_KIND_RULES, rulesOfGroup }: typeof import('./apply-rules') = require('./apply-rules');

/** Every rule, in the order of the alphabet; `rule-groups/` says which are loaded together. */
export const RULES: readonly Rule[] = [
  ...new Set([...ANY_KIND_RULES, ...RULE_GROUP_NAMES.flatMap(rulesOfGroup)]),
].sort((a, b) => (a.meta.id < b.meta.id ? -1 : 1));
