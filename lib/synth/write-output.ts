import { type Disk, ensureFolder, isCode, MACHINE_DISK } from './write-output/disk';
import { type FileList, readFileList } from './write-output/file-list';
import { type Holder, THIS_PROCESS } from './write-output/holder';
import { recoverInPlace, writeInPlace } from './write-output/in-place';
import { isLockLeftBehind, takeLock } from './write-output/lock';
import { newOutput } from './write-output/new-output';
import { OutputError } from './write-output/output-error';
import { checkPaths, type OutputFile } from './write-output/output-file';
import { type OutputPlace, placeOf } from './write-output/output-place';
import { recoverSwap, trySwap } from './write-output/swap';

export { OutputError } from './write-output/output-error';
export type { OutputFile } from './write-output/output-file';

/** How an output is written. */
export interface WriteOptions {
  /**
   * Paths of the output before that stay as they are.
   *
   * @default none: what the output before had and this one has not is deleted
   */
  readonly keep?: Iterable<string>;
  /** The file system. @default that of this machine */
  readonly disk?: Disk;
  /** Who writes. @default this process */
  readonly holder?: Holder;
}

/**
 * Writes an output into a folder: all of it or nothing. Whatever happens in between, the former output is whole
 * or the new one is, in the folder or beside it as `.<name>.previous`, and `recoverOutput` puts it into the
 * folder. Files of the former output that the new one has not are deleted. Files of others stay.
 *
 * @returns the files of the output by their paths, each with the SHA-256 of its content in hexadecimal.
 * @throws OutputError when it cannot be written; the former output is there then.
 */
export function writeOutput(
  folder: string,
  files: readonly OutputFile[],
  { keep = [], disk = MACHINE_DISK, holder = THIS_PROCESS }: WriteOptions = {},
): FileList {
  return told(folder, () => {
    checkPaths(folder, files);
    const place = placeOf(folder, disk);
    ensureFolder(place.parent, disk);
    return locked(place, disk, holder, canSwap => {
      if (canSwap) recoverSwap(place, disk);
      recoverInside(place, disk, holder);
      const output = newOutput(place.folder, files, new Set(keep), disk);
      if (canSwap && trySwap(place, output, disk)) return output.list;
      ensureFolder(place.folder, disk);
      lockedInside(place, disk, holder, () => writeInPlace(place, output, disk));
      return output.list;
    });
  });
}

/**
 * Puts right what a process left behind that was killed while it wrote an output: afterwards the folder holds the
 * former output whole, or the new one. Does nothing where nothing was left behind, and waits where another
 * process is writing.
 *
 * @throws OutputError when it cannot be put right, and nothing is lost.
 */
export function recoverOutput(
  folder: string,
  { disk = MACHINE_DISK, holder = THIS_PROCESS }: Omit<WriteOptions, 'keep'> = {},
): void {
  told(folder, () => {
    const place = placeOf(folder, disk);
    const { previous, next, old, lock } = place;
    const isLeftBeside = [previous, next, old].some(path => disk.status(path) !== undefined);
    if (isLeftBeside || isLockLeftBehind(lock, disk, holder)) {
      locked(place, disk, holder, canSwap => {
        if (canSwap) recoverSwap(place, disk);
      });
    }
    recoverInside(place, disk, holder);
  });
}

/** The paths of the output that was written into a folder last; none where nothing says so. */
export function writtenPaths(folder: string): string[] {
  return told(folder, () => [...(readFileList(folder, MACHINE_DISK)?.keys() ?? [])]);
}

function recoverInside(place: OutputPlace, disk: Disk, holder: Holder): void {
  if (disk.status(place.work) === undefined && !isLockLeftBehind(place.lockInside, disk, holder)) return;
  lockedInside(place, disk, holder, () => recoverInPlace(place, disk));
}

/** Does something while no other process writes beside the folder, or says that nobody can. */
function locked<Result>(
  place: OutputPlace,
  disk: Disk,
  holder: Holder,
  act: (canSwap: boolean) => Result,
): Result {
  const release = tryLock(place, disk, holder);
  try {
    return act(release !== undefined);
  } finally {
    release?.();
  }
}

function tryLock(place: OutputPlace, disk: Disk, holder: Holder): (() => void) | undefined {
  try {
    return takeLock(place.lock, place.folder, disk, holder);
  } catch (error) {
    if (isCode(error, 'EACCES', 'EPERM', 'EROFS') && disk.status(place.folder) !== undefined)
      return undefined;
    throw error;
  }
}

function lockedInside(place: OutputPlace, disk: Disk, holder: Holder, act: () => void): void {
  const release = takeLock(place.lockInside, place.folder, disk, holder);
  try {
    act();
  } finally {
    release();
  }
}

function told<Result>(folder: string, act: () => Result): Result {
  try {
    return act();
  } catch (error) {
    throw OutputError.of(folder, error);
  }
}
