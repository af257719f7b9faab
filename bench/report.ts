import { cpus, totalmem } from 'node:os';
import { median, type Round } from './contender';

/** The rounds of one contender. */
export interface Result {
  readonly name: string;
  readonly rounds: Round[];
}

/** The page of results. It bears no date, so that two runs differ in numbers alone. */
export function report(
  count: number,
  objects: number,
  results: readonly [ours: Result, theirs: Result],
): string {
  const [ours, theirs] = results.map(result => medians(result.rounds));
  const rows = (['construct', 'render', 'both'] as const).map(phase => {
    const [mine, other] = [ours?.[phase] ?? Number.NaN, theirs?.[phase] ?? Number.NaN];
    return `| ${phase} | ${mine.toFixed(0)} ms | ${other.toFixed(0)} ms | ${(mine / other).toFixed(2)} |`;
  });
  const [{ model = 'unknown' } = {}] = cpus();
  return [
    '# Results of `npm run bench`',
    '',
    `${cpus().length} x ${model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}.`,
    `Medians of ${results[0].rounds.length} rounds in one process, the two in turns, after one round each to warm up.`,
    '',
    '## Stacks in one chart',
    '',
    `${count} stacks of a StatefulSet and its headless Service, one container, one port and one volume each:`,
    `${objects} objects on both sides. Render is \`chart.toJson()\`. cdk8s-plus has no claim templates, so that its`,
    'volume is an emptyDir.',
    '',
    `| | ${results[0].name} | ${results[1].name} | ratio |`,
    '|---|---:|---:|---:|',
    ...rows,
    '',
  ].join('\n');
}

function medians(rounds: readonly Round[]): Round & { readonly both: number } {
  return {
    construct: median(rounds.map(round => round.construct)),
    render: median(rounds.map(round => round.render)),
    both: median(rounds.map(round => round.construct + round.render)),
  };
}
