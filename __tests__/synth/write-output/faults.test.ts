import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { OutputError, recoverOutput, writeOutput } from '../../../lib/synth/write-output';
import type { Disk } from '../../../lib/synth/write-output/disk';
import {
  DEAD,
  diskWithoutMoves,
  dyingDisk,
  failingDisk,
  letLocksAge,
  NEXT,
  systemError,
  watchedDisk,
} from './faulty-disk';
import { makeTree, outputOf, type Tree, temporaryFolder, tryTreeOf, withFolders } from './folder-tree';

jest.setTimeout(120_000);

const BEFORE = { 'a.k8s.yaml': 'kind: A\n', 'gone.k8s.yaml': 'kind: G\n', 'old/b.k8s.yaml': 'kind: B\n' };
const AFTER = { 'a.k8s.yaml': 'kind: A2\n', 'c.k8s.yaml': 'kind: C\n', 'new/d.k8s.yaml': 'kind: D\n' };
const FOREIGN = { 'README.md': 'ours', 'notes/one.txt': '1', link: '-> README.md' };

interface Situation {
  /** What is there before, besides what others have there. */
  readonly before: Tree | undefined;
  readonly foreign: Tree;
  /** How the disk of a machine is on which this happens. */
  disk(folder: string): Disk | undefined;
}

const SITUATIONS: Readonly<Record<string, Situation>> = {
  'a folder': { before: BEFORE, foreign: {}, disk: () => undefined },
  'no folder': { before: undefined, foreign: {}, disk: () => undefined },
  'a folder with files of others': { before: BEFORE, foreign: FOREIGN, disk: () => undefined },
  'a mount point': {
    before: BEFORE,
    foreign: FOREIGN,
    disk: folder => diskWithoutMoves('EBUSY', folder),
  },
  'a folder below one that may not be written': {
    before: BEFORE,
    foreign: FOREIGN,
    disk: folder =>
      watchedDisk((step, args) => {
        if (step === 'create' && !String(args[0]).startsWith(`${folder}/`)) throw systemError('EACCES');
      }),
  },
};

/** A folder beside nothing else, as the situation has it. */
function prepare({ before, foreign }: Situation): string {
  const folder = join(temporaryFolder(), 'dist');
  if (before) {
    makeTree(folder, foreign);
    writeOutput(folder, outputOf(before));
  }
  return folder;
}

/** The folder, or what is beside it where there is none. */
function wholeOf(folder: string): Tree | undefined {
  return tryTreeOf(folder) ?? tryTreeOf(join(folder, '..', '.dist.previous'));
}

function expectWhole(tree: Tree | undefined, { before, foreign }: Situation): 'before' | 'after' {
  const isBefore = tree?.['c.k8s.yaml'] === undefined;
  if (before === undefined && isBefore) expect(tree).toBeUndefined();
  else {
    const { '.drydock-files': list, ...files } = tree ?? {};
    expect(files).toEqual(withFolders({ ...(isBefore ? before : AFTER), ...foreign }));
    expect(list?.includes('c.k8s.yaml')).toBe(!isBefore);
  }
  return isBefore ? 'before' : 'after';
}

/** A tree without what is deleted by whoever comes next. */
function withoutRests(tree: Tree | undefined): Tree | undefined {
  return (
    tree && Object.fromEntries(Object.entries(tree).filter(([path]) => !/^\.drydock-(work|lock)/.test(path)))
  );
}

describe.each(Object.entries(SITUATIONS))('writing to %s', (name, situation) => {
  const isSwapped = !/mount|below/.test(name);

  it.each(['ENOSPC', 'EIO', 'EACCES'])('leaves one output whole when a step fails with %s', code => {
    const ends = new Set<string>();
    for (let at = 0, isReached = true; isReached; at++) {
      const folder = prepare(situation);
      const fault = failingDisk(at, code, situation.disk(folder));
      const error = thrownBy(() => writeOutput(folder, outputOf(AFTER), { disk: fault.disk, holder: NEXT }));
      if (error !== undefined) {
        expect(error).toBeInstanceOf(OutputError);
        expect((error as Error).message).toMatch(/^\S+dist: [^;]+; fix: .+[^.]$/s);
      }
      expectWhole(withoutRests(tryTreeOf(folder)), situation);
      expect(thrownBy(() => recoverOutput(folder, { holder: NEXT }))).toBeUndefined();
      ends.add(`${expectWhole(tryTreeOf(folder), situation)}, ${error ? 'and told' : 'in silence'}`);
      isReached = fault.isReached();
    }
    expect([...ends].filter(end => end !== 'after, and told').sort()).toEqual([
      'after, in silence',
      'before, and told',
    ]);
  });

  it('is put right by the next one that writes, wherever one was killed', () => {
    for (let at = 0, isReached = true; isReached; at++) {
      const folder = prepare(situation);
      const disk = situation.disk(folder);
      const fault = dyingDisk(at, disk);
      thrownBy(() => writeOutput(folder, outputOf(AFTER), { disk: fault.disk, holder: DEAD }));
      letLocksAge(folder);
      writeOutput(folder, outputOf(AFTER), { disk, holder: NEXT });
      expect(expectWhole(tryTreeOf(folder), situation)).toBe('after');
      expect(readdirSync(join(folder, '..'))).toEqual(['dist']);
      isReached = fault.isReached();
    }
  });

  it('leaves one output whole wherever it is killed, and wherever the recovery is', () => {
    const ends = new Set<string>();
    for (let at = 0, isReached = true; isReached; at++) {
      for (let then = 0, isReachedThen = true; isReachedThen; then++) {
        const folder = prepare(situation);
        const disk = situation.disk(folder);
        const first = dyingDisk(at, disk);
        const second = dyingDisk(then, disk);
        thrownBy(() => writeOutput(folder, outputOf(AFTER), { disk: first.disk, holder: DEAD }));
        if (isSwapped) expectWhole(wholeOf(folder), situation);
        letLocksAge(folder);
        thrownBy(() => recoverOutput(folder, { disk: second.disk, holder: DEAD }));
        if (isSwapped) expectWhole(wholeOf(folder), situation);
        letLocksAge(folder);
        recoverOutput(folder, { disk, holder: NEXT });
        ends.add(expectWhole(tryTreeOf(folder), situation));
        expect(readdirSync(join(folder, '..')).filter(entry => entry !== 'dist')).toEqual([]);
        isReached = first.isReached();
        isReachedThen = second.isReached();
      }
    }
    expect([...ends].sort()).toEqual(['after', 'before']);
  });
});

function thrownBy(act: () => void): unknown {
  try {
    act();
    return undefined;
  } catch (error) {
    return error;
  }
}
