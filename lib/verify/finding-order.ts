import type { KubernetesVersion } from '../kubernetes/kubernetes-version';
import type { Finding, Level } from './finding';

const LEVELS: readonly Level[] = ['rejected', 'broken', 'risky'];

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
  return [...merged.values()].map(({ finding, versions }) => ({ ...finding, versions }));
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
