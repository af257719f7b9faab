import { median } from './median';
import type { Section } from './report';
import type { Mix } from './verdicts';

/** What the verifier may take. */
export const ALLOWED = {
  /** An object in memory, microseconds. */
  object: 10,
  /** To start, milliseconds. */
  start: 10,
  /** An object in a file, microseconds. */
  fileObject: 40,
} as const;

/** Something that was measured, several times. */
export interface Measured {
  readonly name: string;
  readonly times: readonly number[];
}

/** How long an object in memory takes, in microseconds. */
export function memorySection(mixes: readonly (Mix & Measured)[]): Section {
  const rounds = mixes[0]?.times.length ?? 0;
  return {
    title: 'Verifying objects in memory',
    text: [
      'One call of `verify` on all objects of a mix, in a process that is warm. Every object is as an API server takes',
      `it; nothing was found. ${rounds} rounds. An object of many must take as long as one of few.`,
    ],
    table: [
      ['', 'objects', 'an object', 'allowed', 'ratio'],
      ...mixes.map(({ name, objects, times }) => {
        const time = median(times);
        return [
          name,
          `${objects.length}`,
          `${time.toFixed(1)} us`,
          `${ALLOWED.object} us`,
          ratio(time, ALLOWED.object),
        ];
      }),
    ],
  };
}

/** How long the verifier takes to start, in milliseconds; beside it, a process that does nothing, and an empty module. */
export function startSection(empty: Measured, floor: Measured, runs: readonly Measured[]): Section {
  return {
    title: 'Starting the verifier',
    text: [
      'In a new process: to load `cdk8s-drydock/verify` and to judge the first manifests. A process that does nothing',
      `takes ${median(empty.times).toFixed(1)} ms in this run, beside that. ${empty.times.length} rounds.`,
      '',
      `To load a module with nothing in it takes Node ${median(floor.times).toFixed(1)} ms of each. Most of the rest is reading what V8 compiled`,
      'ahead; manifests with pods have the rules about pods loaded too, and many regular expressions compiled.',
    ],
    table: [
      ['first manifests', 'start', 'allowed', 'ratio'],
      ...runs.map(({ name, times }) => {
        const start = median(times);
        return [name, `${start.toFixed(1)} ms`, `${ALLOWED.start} ms`, ratio(start, ALLOWED.start)];
      }),
    ],
  };
}

/** How many objects there are, and in how many files, as many in each. */
export interface FileCounts {
  readonly objects: number;
  readonly files: number;
}

/** A process that reads files: on all of them, and on one of them. */
export interface FileRun extends Measured {
  readonly startTimes: readonly number[];
}

/** How long an object in a file takes, in microseconds; the last of the runs is what the others are compared with. */
export function filesSection({ objects, files }: FileCounts, runs: readonly FileRun[]): Section {
  const more = objects - objects / files;
  const times = runs.map(({ times, startTimes }) => ((median(times) - median(startTimes)) * 1000) / more);
  const reference = times.at(-1) ?? Number.NaN;
  return {
    title: 'Verifying files',
    text: [
      `${objects} objects in ${files} YAML files: a new process on the folder, less the same on a folder of one file.`,
      `\`drydock verify\` may take ${ALLOWED.fileObject} us an object; here it takes ${ratio(times[0] ?? Number.NaN, ALLOWED.fileObject)} of that.`,
      `${runs[0]?.times.length ?? 0} rounds.`,
      '',
      'Most of it is V8 getting to know the code: what judging takes in a process that is warm, the table above says.',
      'To take much less, a process would have to stay.',
    ],
    table: [
      ['', 'an object', 'ratio'],
      ...runs.map(({ name }, at) => {
        const time = times[at] ?? Number.NaN;
        return [name, `${time.toFixed(1)} us`, ratio(time, reference)];
      }),
    ],
  };
}

function ratio(time: number, other: number): string {
  return (time / other).toFixed(2);
}
