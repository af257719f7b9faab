import type { SynthTaken } from '../../bench/synth-program';
import {
  buildersSection,
  growthSection,
  memoryPeakSection,
  startsSection,
  synthSection,
} from '../../bench/synth-sections';

function rounds(...times: number[]): SynthTaken[] {
  return times.map(synth => ({ synth, peak: synth * 2 }));
}

const WORK = { name: 'some stacks', work: 'stacks', count: 5, rounds: 3, target: 0.35 } as const;

describe('the sections of the synth', () => {
  it('hold the median of Drydock against that of cdk8s', () => {
    const { text, table } = synthSection([
      { ...WORK, cdk8s: rounds(90, 100, 900), drydock: rounds(50, 10, 40), unverified: rounds(30) },
    ]);
    expect(table[1]).toEqual(['some stacks', '100 ms', '40 ms', '30 ms', '-', '0.40', '<= 0.35']);
    expect(text.join('\n')).toContain('for some stacks, 25 % is verification');
  });

  it('say the floor, and small ratios with their digits', () => {
    const cdk8s = rounds(10_000);
    const { table } = synthSection([
      { ...WORK, cdk8s, drydock: rounds(4.25), unverified: rounds(4), json: rounds(1) },
    ]);
    expect(table[1]?.slice(1)).toEqual(['10000 ms', '4.3 ms', '4.0 ms', '1.0 ms', '0.0004', '<= 0.35']);
  });

  it('hold large work against small work', () => {
    const growth = { name: 'charts', small: rounds(100), large: rounds(1100) };
    const { table } = growthSection([{ ...growth, target: 12 }, growth]);
    expect(table.slice(1)).toEqual([
      ['charts', '100 ms', '1100 ms', '11.00', '<= 12'],
      ['charts', '100 ms', '1100 ms', '11.00', 'ends'],
    ]);
  });

  it('hold the memory of one against that of the other', () => {
    const { table } = memoryPeakSection('stacks', rounds(100), rounds(75), 0.8);
    expect(table[1]).toEqual(['stacks', '200 MiB', '150 MiB', '0.75', '<= 0.8']);
  });

  it('hold runs from the command line against each other by name', () => {
    const runs = [
      { name: 'theirs', times: [1000] },
      { name: 'ours', times: [150] },
    ];
    const { table } = startsSection(runs, [{ ours: 'ours', theirs: 'theirs', target: 0.2 }]);
    expect(table[1]).toEqual(['ours', '150 ms', 'theirs', '1000 ms', '0.15', '<= 0.2']);
  });

  it('name the programs that are installed', () => {
    const { table } = buildersSection([{ name: 'kustomize', times: [300, 200, 400] }]);
    expect(table[1]).toEqual(['kustomize', '300 ms']);
  });
});
