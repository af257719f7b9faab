import type { Manifest } from './manifest';
import { withManifestFolder } from './manifest-folder';
import {
  drydockRun,
  EMPTY_RUN,
  emptyModuleRun,
  measureRun,
  printedNumber,
  readerRun,
  verifierRun,
} from './node-process';
import type { Section } from './report';
import { inTurns } from './turns';
import { checkVerdicts, type Mix, measureVerify } from './verdicts';
import { filesSection, memorySection, startSection } from './verifier-sections';

const WARM_UP_ROUNDS = 5;
const MEMORY_ROUNDS = 25;
const START_ROUNDS = 30;
const FILE_ROUNDS = 15;

/** Judges mixes in memory. */
export function measureMemory(mixes: readonly Mix[]): Section {
  mixes.forEach(checkVerdicts);
  const contenders = mixes.map(mix => () => measureVerify(mix));
  inTurns(WARM_UP_ROUNDS, contenders);
  const times = inTurns(MEMORY_ROUNDS, contenders);
  return memorySection(mixes.map((mix, at) => ({ ...mix, times: times[at] ?? [] })));
}

/** Starts the verifier on a few manifests, each time in a process of its own. */
export function measureStart(firsts: readonly Mix[]): Section {
  const runs = firsts.map(({ name, objects }) => verifierRun(name, objects));
  const floor = emptyModuleRun();
  const contenders = [() => measureRun(EMPTY_RUN), ...[floor, ...runs].map(run => () => printedNumber(run))];
  inTurns(1, contenders);
  const [empty = [], least = [], ...times] = inTurns(START_ROUNDS, contenders);
  return startSection(
    { name: EMPTY_RUN.name, times: empty },
    { name: floor.name, times: least },
    runs.map(({ name }, at) => ({ name, times: times[at] ?? [] })),
  );
}

/** Judges objects from files, so many in a file, and has other libraries read the same files. */
export function measureFiles(objects: readonly Manifest[], objectsInFile: number): Section {
  return withManifestFolder(objects, objectsInFile, all =>
    withManifestFolder(objects.slice(0, objectsInFile), objectsInFile, one => {
      const runsOn = (folder: string) => [
        drydockRun(folder),
        readerRun('yaml', folder),
        readerRun('js-yaml', folder),
      ];
      const runs = runsOn(all);
      const contenders = [...runs, ...runsOn(one)].map(run => () => measureRun(run));
      inTurns(1, contenders);
      const times = inTurns(FILE_ROUNDS, contenders);
      const measured = runs.map(({ name }, at) => ({
        name,
        times: times[at] ?? [],
        startTimes: times[at + runs.length] ?? [],
      }));
      const counts = { objects: objects.length, files: Math.ceil(objects.length / objectsInFile) };
      return filesSection(counts, measured);
    }),
  );
}
