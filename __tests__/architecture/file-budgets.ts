import type { ParsedFile } from './source-tree';

/** How many lines a file may have; the first place that fits counts. */
const BUDGETS: readonly (readonly [place: RegExp, lines: number])[] = [
  [/^imports\//, Number.POSITIVE_INFINITY],
  [/^lib\/verify\/rules\//, 80],
  [/^__tests__\//, 300],
  [/^/, 200],
];

/** Names that say nothing of what is inside. */
const EMPTY_NAME = /(^|[-.])(utils?|helpers?|common|misc)$/;

/** Files that are too long, unless a script made them. */
export function budgetComplaints(tree: readonly ParsedFile[]): string[] {
  return tree
    .filter(file => !file.generated)
    .flatMap(({ path, lines }) => {
      const budget = BUDGETS.find(([place]) => place.test(path))?.[1] ?? 0;
      return lines > budget ? [`${path} has ${lines} lines: ${budget} at most`] : [];
    });
}

/** Files and folders called utils, helpers, common or misc. */
export function nameComplaints(tree: readonly ParsedFile[]): string[] {
  return tree
    .filter(({ path }) => path.split('/').some(part => EMPTY_NAME.test(part.replace(/(\.test)?\.ts$/, ''))))
    .map(({ path }) => `${path} is named after nothing: name the noun that is in it`);
}
