import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { runSynth, type Work } from './synth-program';

/** Something that both synthesize, and what of the time of cdk8s Drydock may take. */
export interface SynthWork {
  readonly name: string;
  readonly work: Work;
  readonly count: number;
  readonly rounds: number;
  readonly target: number;
}

/** What is compared with cdk8s. More than 13 stacks in a chain cannot be: each takes three to five times longer. */
export const WORKS: readonly SynthWork[] = [
  { name: '1,000 stacks in one chart', work: 'stacks', count: 1000, rounds: 7, target: 0.35 },
  { name: '1,000 charts of one stack', work: 'charts', count: 1000, rounds: 5, target: 0.15 },
  { name: 'chain of 13 stacks', work: 'chain', count: 13, rounds: 3, target: 0.01 },
];

/**
 * Synthesizes a work with both, and compares what they wrote: a fast synth of something else is not worth measuring.
 *
 * @param folderOf an empty folder of a name.
 * @throws Error when a file differs.
 */
export function checkOutputs({ name, work, count }: SynthWork, folderOf: (name: string) => string): void {
  const [theirs, ours] = [folderOf('cdk8s'), folderOf('drydock')];
  runSynth('cdk8s', work, count, theirs);
  runSynth('drydock', work, count, ours);
  if (!isDeepStrictEqual(contentOf(theirs), contentOf(ours))) throw new Error(`${name}: the outputs differ`);
}

function contentOf(folder: string): Record<string, string> {
  const manifests = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && entry.name.endsWith('.yaml'))
    .map(entry => join(entry.parentPath, entry.name))
    .sort();
  return Object.fromEntries(manifests.map(path => [relative(folder, path), readFileSync(path, 'utf8')]));
}
