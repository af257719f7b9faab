import type { KubernetesVersion } from '../kubernetes/kubernetes-version';
import type { Finding, Level } from './finding';

const LEVELS: readonly Level[] = ['rejected', 'broken', 'risky'];

interface Merged {
  readonly finding: Finding;
  readonly versions: readonly KubernetesVersion[];
}

/** Puts what several versions say into one list: the same finding once, with the versions that make it. */
export function mergeVersions(
  byVersion: readonly (readonly [KubernetesVersion, readonly Finding[]])[],
): Finding[] {
  const merged = new Map<string, { finding: Finding; versions: KubernetesVersion[] }>();
  for (const [version, findings] of byVersion) {
    const seen = new Set<string>();
    for (const finding of findings) {
      const key = keyOf(finding, seen);
      const known = merged.get(key);
      if (known) known.versions.push(version);
      else merged.set(key, { finding, versions: [version] });
    }
  }
  const asked = byVersion.map(([version]) => version);
  return mergeWordings([...merged.values()]).map(({ finding, versions }) => ({
    ...finding,
    versions: asked.filter(version => versions.includes(version)),
  }));
}

/** Makes one finding of those that each version has once, and words in its own way. */
function mergeWordings(all: readonly Merged[]): Merged[] {
  const groups = new Map<string, Merged[]>();
  for (const one of all) {
    const { object, rule, level, path, errorType, fix } = one.finding;
    const key = [object.index, rule, level, path, errorType, fix].join('\n');
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()].flatMap(group => {
    const [first, ...others] = group;
    const versions = group.flatMap(one => one.versions);
    if (!first || others.length === 0 || new Set(versions).size < versions.length) return group;
    const wordings = others.map(one => `in ${one.versions.join(', ')} it ${one.finding.message}`);
    const message = [first.finding.message, ...wordings].join('; ');
    return [{ finding: { ...first.finding, message }, versions }];
  });
}

/** By manifest, then by path with numbers in their order, then by level. */
export function sortFindings(findings: Finding[]): Finding[] {
  return findings.sort(
    (a, b) =>
      a.object.index - b.object.index ||
      comparePaths(a.path, b.path) ||
      LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level),
  );
}

/** One version may say the same twice, and both stay. */
function keyOf({ object, rule, level, path, errorType, message }: Finding, seen: Set<string>): string {
  let key = [object.index, rule, level, path, errorType, message].join('\n');
  while (seen.has(key)) key += '\n';
  seen.add(key);
  return key;
}

function comparePaths(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  const [left, right] = [numberAt(a, at), numberAt(b, at)];
  if (left !== undefined && right !== undefined && left !== right) return left - right;
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The number in a path that goes on, or begins, at a place. */
function numberAt(path: string, at: number): number | undefined {
  let start = at;
  while (start > 0 && isDigit(path[start - 1])) start--;
  let end = at;
  while (isDigit(path[end])) end++;
  return path[start - 1] === '[' && end > start ? Number(path.slice(start, end)) : undefined;
}

function isDigit(character: string | undefined): boolean {
  return character !== undefined && character >= '0' && character <= '9';
}
