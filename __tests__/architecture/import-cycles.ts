import type { ParsedFile } from './source-tree';

/** Cycles of imports, type imports included, each from its first file in the alphabet. */
export function cycleComplaints(tree: readonly ParsedFile[]): string[] {
  const targets = new Map(
    tree.map(({ path, references }) => [path, references.flatMap(({ target }) => target ?? [])]),
  );
  const done = new Set<string>();
  const cycles = new Set<string>();

  const visit = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path);
    if (start >= 0) cycles.add(fromFirst(trail.slice(start)).join(' -> '));
    if (start >= 0 || done.has(path)) return;
    for (const target of targets.get(path) ?? []) visit(target, [...trail, path]);
    done.add(path);
  };
  for (const path of targets.keys()) visit(path, []);
  return [...cycles].sort();
}

function fromFirst(cycle: readonly string[]): string[] {
  const first = cycle.indexOf([...cycle].sort()[0] ?? '');
  const turned = [...cycle.slice(first), ...cycle.slice(0, first)];
  return [...turned, ...turned.slice(0, 1)];
}
