import { READ_RULES, type ReadRule } from '../manifest-files';
import { ruleIds, tryRuleText } from '../verify/rule-texts';
import type { RuleText } from '../verify/verdict-texts';
import { LOSS_TEXTS } from './before/loss-texts';

const YAML_SPEC = 'https://yaml.org/spec/1.1/';

/** Everything that a finding may be called, with what it means, in the order of the alphabet. */
export const RULE_CATALOG: ReadonlyMap<string, RuleText> = new Map(
  [
    ...ruleIds().map((id): [string, RuleText] => [id, tryRuleText(id) as RuleText]),
    ...Object.entries<RuleText>(LOSS_TEXTS),
    ...Object.entries(READ_RULES).map(([id, rule]): [string, RuleText] => [id, readText(rule)]),
  ].sort(([a], [b]) => (a < b ? -1 : 1)),
);

/** What a rule about the text of a document means; its message follows the name of what it is about. */
function readText({ level, message, fix }: (typeof READ_RULES)[ReadRule]): RuleText {
  return {
    level,
    summary: `something in a file ${message}`,
    why: "kubectl's YAML library refuses it, or reads it otherwise than it looks",
    fix,
    see: YAML_SPEC,
  };
}
