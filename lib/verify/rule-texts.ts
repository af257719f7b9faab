import { RULES } from './registry';
import { type RuleText, VERDICT_TEXTS } from './verdict-texts';

const texts: ReadonlyMap<string, RuleText> = new Map<string, RuleText>([
  ...Object.entries<RuleText>(VERDICT_TEXTS),
  ...RULES.map(({ meta }): [string, RuleText] => [meta.id, meta]),
]);

/** What a finding of `verify` or `verifyUpdate` means, by the id of its rule; undefined for an id that there is not. */
export function tryRuleText(id: string): RuleText | undefined {
  return texts.get(id);
}

/** The ids of everything that `verify` and `verifyUpdate` find. */
export function ruleIds(): string[] {
  return [...texts.keys()];
}
