import { isWithin } from './field-path';
import type { Finding } from './finding';
import { faultFinding } from './judge';
import type { JudgedManifest } from './judged-manifest';
import { RULES } from './registry';
import { kindKey } from './relations/kind-key';
import { ManifestSet, type Surroundings } from './relations/manifest-set';
import type { Rule, RuleMeta, RuleProblem } from './rule';

/** How the rules are asked. */
export interface RuleSettings extends Surroundings {
  /** Whether the input is everything that there is, beside what is external. */
  readonly closed: boolean;
}

/** Rules by the kind that they judge. */
const byKind = new Map<string, Rule[]>();
for (const rule of RULES) {
  for (const kind of rule.meta.kinds) byKind.set(kind, [...(byKind.get(kind) ?? []), rule]);
}
const ofAnyKind = byKind.get('*') ?? [];

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
  for (const manifest of manifests) {
    const refused = rejected.get(manifest.object);
    for (const rule of rulesOf(kindKey(manifest.object))) {
      for (const finding of findingsOf(rule, manifest, set, settings)) {
        if (!refused || !isTouched(finding.path, refused)) findings.push(finding);
      }
    }
  }
  return findings;
}

function rulesOf(kind: string): readonly Rule[] {
  const own = byKind.get(kind);
  if (!own) return ofAnyKind;
  return ofAnyKind.length > 0 ? [...ofAnyKind, ...own] : own;
}

function findingsOf(
  { meta, check }: Rule,
  manifest: JudgedManifest,
  set: ManifestSet,
  { closed }: RuleSettings,
): readonly Finding[] {
  const { object } = manifest;
  try {
    const problems = check(manifest, set);
    return problems.length === 0
      ? NO_FINDINGS
      : problems.map(problem => ({
          ...asFinding(meta, problem, closed),
          object,
        }));
  } catch {
    return [faultFinding({ object, prefix: '' })];
  }
}

const NO_FINDINGS: readonly Finding[] = [];

function asFinding(meta: RuleMeta, problem: RuleProblem, closed: boolean): Omit<Finding, 'object'> {
  const { id, level, closedLevel, fix, see } = meta;
  return { fix, see, ...problem, rule: id, level: closed ? (closedLevel ?? level) : level };
}

/** Whether a path, or one below or above it, is among those that the server refuses. */
function isTouched(path: string, refused: ReadonlySet<string>): boolean {
  return isWithin(path, refused) || [...refused].some(other => isWithin(other, new Set([path])));
}
