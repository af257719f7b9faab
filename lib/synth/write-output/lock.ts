import { type Disk, isCode, tryDeleteTree } from './disk';
import type { Holder } from './holder';
import { OutputError } from './output-error';
import { asideOf } from './output-place';

/** After how long a lock is left behind that names nobody, or nobody of this machine, in milliseconds. */
const NAMELESS = 2000;
const UNKNOWN = 600_000;

/**
 * Takes a lock, waits where somebody else has it, and takes over one that a killed process left behind.
 *
 * @returns what gives it back.
 * @throws OutputError when somebody else has it for too long.
 */
export function takeLock(lock: string, folder: string, disk: Disk, holder: Holder): () => void {
  for (let count = 0; !tryTake(lock, disk, holder); count++) {
    const owner = tryRead(lock, disk);
    if (owner === contentOf(holder)) break;
    if (owner === undefined) continue;
    if (isLeftBehind(lock, owner, disk, holder)) breakLock(lock, owner, disk);
    else if (!holder.wait(count)) {
      const who = !owner.endsWith('\n') ? 'another process' : `process ${owner.split(' ')[0]}`;
      throw new OutputError(
        folder,
        `${who} is writing there`,
        `wait until it has ended, or delete ${lock} if there is none`,
      );
    }
  }
  tryDeleteTree(asideOf(lock), disk);
  return () => release(lock, disk, holder);
}

/** Whether there is a lock, or what is left of one, of somebody who has ended, or who could not give it back. */
export function isLockLeftBehind(lock: string, disk: Disk, holder: Holder): boolean {
  if (disk.status(asideOf(lock)) !== undefined) return true;
  const owner = tryRead(lock, disk);
  return owner !== undefined && (owner === contentOf(holder) || isLeftBehind(lock, owner, disk, holder));
}

function isLeftBehind(lock: string, owner: string, disk: Disk, holder: Holder): boolean {
  const status = disk.status(lock);
  if (status === undefined) return false;
  const age = Date.now() - status.mtimeMs;
  const isNamed = owner.endsWith('\n');
  return isNamed ? holder.hasEnded(owner.trimEnd()) || age > UNKNOWN : age > NAMELESS;
}

function tryTake(lock: string, disk: Disk, holder: Holder): boolean {
  try {
    disk.create(lock, contentOf(holder));
    return true;
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false;
    // A full disk still has room for a file without content, and that is a lock as well.
    if (isCode(error, 'ENOSPC', 'EDQUOT') && disk.status(lock) !== undefined) return true;
    release(lock, disk, holder);
    throw error;
  }
}

/** The line ends, so that a name that was written in part is not taken for a whole one. */
function contentOf(holder: Holder): string {
  return `${holder.name}\n`;
}

/** Takes a lock away, unless it has become somebody else's in between. */
function breakLock(lock: string, owner: string, disk: Disk): void {
  const aside = asideOf(lock);
  try {
    disk.move(lock, aside);
    if (tryRead(aside, disk) !== owner) disk.link(aside, lock);
    disk.deleteFile(aside);
  } catch (error) {
    if (!isCode(error, 'ENOENT', 'EEXIST')) throw error;
  }
}

function tryRead(path: string, disk: Disk): string | undefined {
  try {
    return disk.read(path).toString('utf8');
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

function release(lock: string, disk: Disk, holder: Holder): void {
  try {
    const owner = tryRead(lock, disk);
    if (owner !== undefined && contentOf(holder).startsWith(owner)) disk.deleteFile(lock);
  } catch {
    // What was done is done: whoever comes next takes the lock over when this process has ended.
  }
}
