import type { Round } from './contender';
import { median } from './median';
import type { Section } from './report';

/** The rounds of one contender. */
export interface Result {
  readonly name: string;
  readonly rounds: Round[];
}

/** What it takes to make and to render the objects, ours against theirs. */
export function constructsSection(
  count: number,
  objects: number,
  [ours, theirs]: readonly [ours: Result, theirs: Result],
): Section {
  const [mine, others] = [medians(ours.rounds), medians(theirs.rounds)];
  return {
    title: 'Stacks in one chart',
    text: [
      `${count} stacks of a StatefulSet and its headless Service, one container, one port and one volume each:`,
      `${objects} objects on both sides, ${ours.rounds.length} rounds in one process after one each to warm up. Render is`,
      '`chart.toJson()`. cdk8s-plus has no claim templates, so that its volume is an emptyDir.',
    ],
    table: [
      ['', ours.name, theirs.name, 'ratio'],
      ...(['construct', 'render', 'both'] as const).map(phase => {
        const [own, other] = [mine[phase], others[phase]];
        return [phase, `${own.toFixed(0)} ms`, `${other.toFixed(0)} ms`, (own / other).toFixed(2)];
      }),
    ],
  };
}

function medians(rounds: readonly Round[]): Round & { readonly both: number } {
  return {
    construct: median(rounds.map(round => round.construct)),
    render: median(rounds.map(round => round.render)),
    both: median(rounds.map(round => round.construct + round.render)),
  };
}
