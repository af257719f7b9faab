import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Section } from './report';
import { measureBuilders } from './synth-builders';
import { runSynth, type Synthesizer, type SynthTaken, type Work } from './synth-program';
import {
  buildersSection,
  growthSection,
  type MeasuredWork,
  memoryPeakSection,
  type Rounds,
  startsSection,
  synthSection,
} from './synth-sections';
import { measureStarts, START_TARGETS } from './synth-start';
import { checkOutputs, type SynthWork, WORKS } from './synth-works';

const LARGE = 10_000;
const LARGE_ROUNDS = 3;
const START_ROUNDS = 11;
const MEMORY_TARGET = 0.8;
const GROWTH_TARGET = 12;

/** Synthesizes apps with Drydock and with cdk8s, in turns, in processes of their own. */
export function measureSynth(): Section[] {
  // One place for all runs: Drydock keeps an index of each output folder that it ever wrote.
  const folder = join(dirname(require.resolve('cdk8s-drydock/package.json')), 'build', 'bench-output');
  const fresh = (name = 'run') => {
    rmSync(join(folder, name), { recursive: true, force: true });
    return join(folder, name);
  };
  try {
    return [
      synthSection(WORKS.map(work => measureWork(work, fresh))),
      growthSection([
        growth('charts of one stack, 1,000 and 10,000', 'charts', fresh, GROWTH_TARGET),
        growth('stacks in one chart, 1,000 and 10,000', 'stacks', fresh, GROWTH_TARGET),
        growth('chain of stacks, 1,000 and 10,000', 'chain', fresh),
      ]),
      memory(fresh),
      startsSection(measureStarts(START_ROUNDS), START_TARGETS),
      builders(fresh),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function measureWork(work: SynthWork, fresh: () => string): MeasuredWork {
  checkOutputs(work, fresh);
  const names: Synthesizer[] = ['cdk8s', 'drydock', 'unverified'];
  if (work.work === 'stacks') names.push('json');
  const taken = rounds(names, work.work, work.count, work.rounds, fresh);
  const [cdk8s = [], drydock = [], unverified = [], json] = taken;
  return { ...work, cdk8s, drydock, unverified, json };
}

function growth(name: string, work: Work, fresh: () => string, target?: number) {
  const [small = []] = rounds(['drydock'], work, LARGE / 10, LARGE_ROUNDS, fresh);
  const [large = []] = rounds(['drydock'], work, LARGE, LARGE_ROUNDS, fresh);
  return { name, small, large, target };
}

function memory(fresh: () => string): Section {
  const [cdk8s = [], drydock = []] = rounds(['cdk8s', 'drydock'], 'stacks', LARGE, LARGE_ROUNDS, fresh);
  return memoryPeakSection('10,000 stacks in one chart', cdk8s, drydock, MEMORY_TARGET);
}

function builders(fresh: () => string): Section {
  const folder = fresh();
  runSynth('cdk8s', 'stacks', LARGE / 10, folder);
  return buildersSection(measureBuilders(folder, 1));
}

/** What each took, round by round. Who begins changes from round to round. */
function rounds(
  synthesizers: readonly Synthesizer[],
  work: Work,
  count: number,
  times: number,
  fresh: () => string,
): Rounds[] {
  const taken: SynthTaken[][] = synthesizers.map(() => []);
  for (let round = 0; round < times; round += 1) {
    for (let turn = 0; turn < synthesizers.length; turn += 1) {
      const at = (round + turn) % synthesizers.length;
      taken[at]?.push(runSynth(synthesizers[at] as Synthesizer, work, count, fresh()));
    }
  }
  return taken;
}
