import { median } from './median';
import type { Section } from './report';
import type { SynthTaken } from './synth-program';
import type { StartRun } from './synth-start';
import type { SynthWork } from './synth-works';

/** What several processes took. */
export type Rounds = readonly SynthTaken[];

/** A work, done by each. */
export interface MeasuredWork extends SynthWork {
  readonly cdk8s: Rounds;
  readonly drydock: Rounds;
  readonly unverified: Rounds;
  /** Where there is one chart, the same objects written with `JSON.stringify`. */
  readonly json?: Rounds;
}

/** Work that grows: what the least and the most of it take. */
export interface Growth {
  readonly name: string;
  readonly small: Rounds;
  readonly large: Rounds;
  /** How many times as long the large one may take; undefined where it has but to end. */
  readonly target?: number;
}

/** How long `app.synth()` takes, beside cdk8s. */
export function synthSection(works: readonly MeasuredWork[]): Section {
  return {
    title: 'Synthesizing apps',
    text: [
      '`app.synth()` in a new process each; a stack is a StatefulSet, two Services and a PodDisruptionBudget of',
      'cdk8s-plus-28, 4 objects; in a chain each depends on the one before, and has no PodDisruptionBudget, with which 13',
      'take cdk8s minutes. Both wrote the same bytes; Drydock verified every object. `JSON.stringify` writes the rendered',
      'objects into one file, and is the floor. Unverified is Drydock with `verify: false`.',
      ...restOf(works[0]),
    ],
    table: [
      ['work', 'cdk8s', 'Drydock', 'unverified', 'JSON.stringify', 'ratio', 'target'],
      ...works.map(({ name, target, cdk8s, drydock, unverified, json }) => {
        const ratio = timeOf(drydock) / timeOf(cdk8s);
        const times = [cdk8s, drydock, unverified, json].map(rounds => (rounds ? timeText(rounds) : '-'));
        return [name, ...times, ratioText(ratio), `<= ${target}`];
      }),
    ],
  };
}

/** What is left of the time, and what would take half of it away. */
function restOf(work: MeasuredWork | undefined): string[] {
  if (!work) return [];
  const [all, unverified] = [timeOf(work.drydock), timeOf(work.unverified)];
  const verified = Math.round((1 - unverified / all) * 100);
  return [
    '',
    `Of what Drydock takes for ${work.name}, ${verified} % is verification. Of the rest, half is rendering: the fields of the`,
    'generated types are read once from their functions, so that an object is resolved, sorted and spelled as the API',
    'does in one step; what is left of that are the lazy values of cdk8s-plus, which build a whole pod anew, and the',
    'memory of the manifests themselves. A fifth is the walk and the order of the constructs, an eighth is YAML. In a',
    'process this short nearly all of it runs before it is optimized, and `app.synth()` has V8 wait with that. What would',
    'halve it: pods that cdk8s-plus keeps as they are to be written, and rules that are asked of all objects of a kind',
    'at once, where each asks for itself what the others have found.',
  ];
}

/** How the time grows with the app. */
export function growthSection(growths: readonly Growth[]): Section {
  return {
    title: 'Synthesizing large apps',
    text: [
      'Drydock alone. cdk8s takes 602 s for 10,000 charts, which was measured once and is not run here, and would not',
      'end on a chain of 10,000 stacks.',
    ],
    table: [
      ['work', 'small', 'large', 'ratio', 'target'],
      ...growths.map(({ name, small, large, target }) => {
        const ratio = timeOf(large) / timeOf(small);
        const allowed = target === undefined ? 'ends' : `<= ${target}`;
        return [name, timeText(small), timeText(large), ratioText(ratio), allowed];
      }),
    ],
  };
}

/** How much memory a process needs at most. */
export function memoryPeakSection(name: string, cdk8s: Rounds, drydock: Rounds, target: number): Section {
  const [theirs, ours] = [cdk8s, drydock].map(rounds => median(rounds.map(({ peak }) => peak)));
  return {
    title: 'Memory of a synth',
    text: ['The most memory that the process had, from its start to its end.'],
    table: [
      ['work', 'cdk8s', 'Drydock', 'ratio', 'target'],
      [
        name,
        `${theirs?.toFixed(0)} MiB`,
        `${ours?.toFixed(0)} MiB`,
        ratioText((ours ?? Number.NaN) / (theirs ?? Number.NaN)),
        `<= ${target}`,
      ],
    ],
  };
}

/** How long the small app takes from the command line. */
export function startsSection(
  runs: readonly StartRun[],
  targets: readonly { readonly ours: string; readonly theirs: string; readonly target: number }[],
): Section {
  const timeOfRun = (name: string) => median(runs.find(run => run.name === name)?.times ?? []);
  return {
    title: 'A small app from the command line',
    text: [
      'An app of three objects, from the start of the program to its end, after one run before: `drydock synth` keeps',
      'the build of an app that did not change, and makes it anew where it did. `ts-node` is the template of',
      '`cdk8s init`, which checks types as it runs; with tsx in its place nothing does.',
    ],
    table: [
      ['Drydock', 'time', 'held against', 'time', 'ratio', 'target'],
      ...targets.map(({ ours, theirs, target }) => {
        const [own, other] = [timeOfRun(ours), timeOfRun(theirs)];
        return [
          ours,
          `${own.toFixed(0)} ms`,
          theirs,
          `${other.toFixed(0)} ms`,
          (own / other).toFixed(2),
          `<= ${target}`,
        ];
      }),
    ],
  };
}

/** What other programs take for the same manifests, and what is left. */
export function buildersSection(runs: readonly StartRun[]): Section {
  return {
    title: 'Other programs on the same manifests',
    text: [
      'The 4,000 objects of 1,000 stacks in one file, as others read and print them, once; what is not installed is not here.',
    ],
    table: [['program', 'time'], ...runs.map(({ name, times }) => [name, `${median(times).toFixed(0)} ms`])],
  };
}

/** The median time, in milliseconds. */
function timeOf(rounds: Rounds): number {
  return median(rounds.map(({ synth }) => synth));
}

function timeText(rounds: Rounds): string {
  const time = timeOf(rounds);
  return time < 10 ? `${time.toFixed(1)} ms` : `${time.toFixed(0)} ms`;
}

function ratioText(ratio: number): string {
  return ratio < 0.1 ? ratio.toFixed(4) : ratio.toFixed(2);
}
