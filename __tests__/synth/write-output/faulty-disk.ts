import { existsSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { type Disk, MACHINE_DISK } from '../../../lib/synth/write-output/disk';
import type { Holder } from '../../../lib/synth/write-output/holder';

/** Steps that change nothing: to be killed before one is to be killed before the next that does. */
const READS: readonly (keyof Disk)[] = ['status', 'entries', 'realPath', 'linkTarget', 'read'];

/** The process has ended. */
export class Death extends Error {}

/** An error as the system gives it. */
export function systemError(code: string, path = '?'): NodeJS.ErrnoException {
  return Object.assign(new Error(`${code}: ${path}`), { code, path });
}

/** The disk without its slowest promise, which no fault here is about. */
const QUICK_DISK: Disk = { ...MACHINE_DISK, create: (path, content) => MACHINE_DISK.create(path, content) };

/** A disk of which steps are watched: what is thrown before a step happens instead of it. */
export function watchedDisk(
  before: (step: keyof Disk, args: readonly unknown[]) => void,
  disk: Disk = QUICK_DISK,
): Disk {
  return new Proxy(disk, {
    get: (target, step: keyof Disk) => {
      return (...args: never[]) => {
        before(step, args);
        return (target[step] as (...args: never[]) => unknown)(...args);
      };
    },
  });
}

/** A disk with a fault at one step, counted from zero. */
export interface FaultyDisk {
  readonly disk: Disk;
  /** Whether there were so many steps. */
  isReached(): boolean;
}

/** One step fails. Of a file that cannot be written, a part is there. */
export function failingDisk(at: number, code: string, disk?: Disk): FaultyDisk {
  return faultyDisk(at, disk, count => {
    if (count === at) throw systemError(code);
  });
}

/** The process is killed at a step that changes something: nothing happens from then on. */
export function dyingDisk(at: number, disk?: Disk): FaultyDisk {
  const died = (): never => {
    throw new Death();
  };
  return faultyDisk(at, disk, died, step => !READS.includes(step));
}

function faultyDisk(
  at: number,
  disk: Disk = QUICK_DISK,
  fail: (count: number) => void,
  isCounted: (step: keyof Disk) => boolean = () => true,
): FaultyDisk {
  let next = 0;
  const watched = watchedDisk((step, args) => {
    const count = isCounted(step) ? next++ : next - 1;
    if (count === at && isCounted(step)) tear(disk, step, args);
    if (count >= at) fail(count);
  }, disk);
  return { disk: watched, isReached: () => next > at };
}

/** A disk on which these moves fail: those of folders, as for a mount point. */
export function diskWithoutMoves(code: string, from: string, to = ''): Disk {
  return watchedDisk((step, args) => {
    if (step === 'move' && args[0] === from && String(args[1]).includes(to)) throw systemError(code, from);
  });
}

/** A lock that was written in part says nothing of its owner, and is left alone for some seconds. */
export function letLocksAge(folder: string): void {
  for (const lock of [join(folder, '.drydock-lock'), join(folder, '..', '.dist.lock')]) {
    if (existsSync(lock)) utimesSync(lock, 0, 0);
  }
}

/** Who was killed, and who comes next. */
export const DEAD: Holder = { name: 'dead', hasEnded: () => false, wait: () => true };
export const NEXT: Holder = { name: 'next', hasEnded: name => name === 'dead', wait: () => false };

function tear(disk: Disk, step: keyof Disk, args: readonly unknown[]): void {
  if (step !== 'create') return;
  const [path, content] = args as [string, string];
  try {
    disk.create(path, content.slice(0, content.length / 2));
  } catch {
    // It was there, or may not be written: nothing is torn.
  }
}
