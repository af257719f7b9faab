import { isWithin } from './field-path';
import type { Finding } from './finding';
import { faultFinding } from './judge';
import type { JudgedManifest } from './judged-manifest';
import { ManifestSet, type Surroundings } from './relations/manifest-set';
import type { Rule, RuleProblem } from './rule';
import { RULES as ANY_KIND_RULES } from './rule-groups/any-kind';
import { type RuleGroup, ruleGroupOf } from './rule-kinds';

export { ANY_KIND_RULES };

/** How the rules are asked. */
export interface RuleSettings extends Surroundings {
  /** Whether the input is everything that there is, beside what is external. */
  readonly closed: boolean;
}

/** The rules of each group; its file is loaded when the first object of such a kind is met. */
const LOADED_LATE = {
  access: () => (require('./rule-groups/access') as typeof import('./rule-groups/access')).RULES,
  calls: () => (require('./rule-groups/calls') as typeof import('./rule-groups/calls')).RULES,
  endpoints: () => (require('./rule-groups/endpoints') as typeof import('./rule-groups/endpoints')).RULES,
  pods: () => (require('./rule-groups/pods') as typeof import('./rule-groups/pods')).RULES,
  policies: () => (require('./rule-groups/policies') as typeof import('./rule-groups/policies')).RULES,
  quotas: () => (require('./rule-groups/quotas') as typeof import('./rule-groups/quotas')).RULES,
  routes: () => (require('./rule-groups/routes') as typeof import('./rule-groups/routes')).RULES,
  scaling: () => (require('./rule-groups/scaling') as typeof import('./rule-groups/scaling')).RULES,
  services: () => (require('./rule-groups/services') as typeof import('./rule-groups/services')).RULES,
  storage: () => (require('./rule-groups/storage') as typeof import('./rule-groups/storage')).RULES,
} satisfies Record<RuleGroup, () => readonly Rule[]>;

/** The rules of a group. */
export function rulesOfGroup(group: RuleGroup): readonly Rule[] {
  return LOADED_LATE[group]();
}

/**
 * What the rules find. The one loop over them: a rule is given one manifest at a time, with all others at hand. Where
 * the server refuses a field, the rules are silent about it.
 *
 * @param rejected the paths that the server refuses, by manifest.
 */
export function applyRules(
  manifests: readonly JudgedManifest[],
  rejected: ReadonlyMap<JudgedManifest['object'], ReadonlySet<string>>,
  settings: RuleSettings,
): Finding[] {
  const set = new ManifestSet(manifests, settings);
  const findings: Finding[] = [];
  for (const [kind, ofKind] of set.kinds()) {
    const rules = rulesOf(kind);
    for (const manifest of ofKind) {
      for (const rule of rules) {
        const problems = problemsOf(rule, manifest, set);
        if (problems?.length === 0) continue;
        const refused = rejected.get(manifest.object);
        for (const finding of asFindings(rule, problems, manifest, settings)) {
          if (!refused || !isTouched(finding.path, refused)) findings.push(finding);
        }
      }
    }
  }
  return findings;
}

const byKind = new Map<string, readonly Rule[]>();

function rulesOf(kind: string): readonly Rule[] {
  const group = ruleGroupOf(kind);
  if (group === undefined) return ANY_KIND_RULES;
  let rules = byKind.get(kind);
  if (!rules) {
    const own = rulesOfGroup(group).filter(({ meta }) => meta.kinds.includes(kind));
    rules = [...ANY_KIND_RULES, ...own];
    byKind.set(kind, rules);
  }
  return rules;
}

/** What a rule finds on a manifest; undefined where the rule itself fails. */
function problemsOf(
  rule: Rule,
  manifest: JudgedManifest,
  set: ManifestSet,
): readonly RuleProblem[] | undefined {
  try {
    return rule.check(manifest, set);
  } catch {
    return undefined;
  }
}

function asFindings(
  { meta }: Rule,
  problems: readonly RuleProblem[] | undefined,
  { object }: JudgedManifest,
  { closed }: RuleSettings,
): readonly Finding[] {
  if (!problems) return [faultFinding({ object, prefix: '' })];
  const { id, level, closedLevel, fix, see } = meta;
  return problems.map(problem => ({
    fix,
    see,
    ...problem,
    rule: id,
    level: problem.level ?? (closed ? (closedLevel ?? level) : level),
    object,
  }));
}

/** Whether a path, or one below or above it, is among those that the server refuses. */
function isTouched(path: string, refused: ReadonlySet<string>): boolean {
  return isWithin(path, refused) || [...refused].some(other => isWithin(other, new Set([path])));
}
