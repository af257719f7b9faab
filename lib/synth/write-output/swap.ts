import { type Disk, deleteTree, isCode, makeFolders, tryDeleteTree } from './disk';
import { formatFileList, readFileList } from './file-list';
import { checkCarried, type ForeignEntries, type ForeignEntry, foreignEntries } from './foreign-entries';
import type { NewOutput } from './new-output';
import { FILE_LIST, foldersOf } from './output-file';
import type { OutputPlace } from './output-place';

/** What the system says where a folder cannot be replaced as a whole. */
const CANNOT_MOVE = [
  'EBUSY',
  'EXDEV',
  'EPERM',
  'EACCES',
  'EROFS',
  'EINVAL',
  'ENOTSUP',
  'EOPNOTSUPP',
  'ENOSYS',
  'EMLINK',
];

const NO_ENTRIES: ForeignEntries = { entries: [], areCarriable: true };

/**
 * Replaces a folder as a whole: the new one is made beside it, and takes its place in two moves. Between them the
 * output before is whole beside the folder.
 *
 * @returns false when the folder cannot be replaced like that; nothing has changed then.
 */
export function trySwap(place: OutputPlace, output: NewOutput, disk: Disk): boolean {
  const { folder, next, previous } = place;
  const status = disk.status(folder);
  const isMounted = status !== undefined && status.dev !== disk.status(place.parent)?.dev;
  if (isMounted || !place.isReplaceable) return false;
  const mode = status?.mode;
  const foreign = mode === undefined ? NO_ENTRIES : foreignEntries(folder, output.ownership, disk);
  if (!foreign.areCarriable) return false;
  checkCarried(folder, foreign.entries, output.ownership);
  try {
    makeNext(place, output, foreign.entries, disk);
    if (mode === undefined) {
      disk.move(next, folder);
      return true;
    }
    disk.setMode(next, mode & 0o7777);
    disk.move(folder, previous);
  } catch (error) {
    tryDeleteTree(next, disk);
    if (mode !== undefined && isCode(error, ...CANNOT_MOVE)) return false;
    throw error;
  }
  try {
    disk.move(next, folder);
  } catch (error) {
    disk.move(previous, folder);
    tryDeleteTree(next, disk);
    throw error;
  }
  try {
    retire(place, disk);
  } catch {
    // The new output is in its place. What could not be put away is put away by whoever comes next.
  }
  return true;
}

/**
 * Puts right what a process left behind that was killed while it replaced a folder: the output before is moved
 * back where there is none now, and is put away otherwise, together with what was half written or half deleted.
 */
export function recoverSwap(place: OutputPlace, disk: Disk): void {
  const { folder, previous, next, old } = place;
  if (disk.status(previous) !== undefined) {
    if (isMissing(folder, disk)) disk.move(previous, folder);
    else retire(place, disk);
  }
  deleteTree(old, disk);
  deleteTree(next, disk);
}

/** A folder that was deleted and is made anew by somebody who is about to write to it counts as missing. */
function isMissing(folder: string, disk: Disk): boolean {
  return disk.status(folder) === undefined || disk.entries(folder).length === 0;
}

function makeNext(
  { folder, next }: OutputPlace,
  { files, list }: NewOutput,
  carried: readonly ForeignEntry[],
  disk: Disk,
): void {
  disk.makeFolder(next);
  for (const path of foldersOf(files.map(file => file.path))) disk.makeFolder(`${next}/${path}`);
  for (const { path, content } of files) disk.create(`${next}/${path}`, content);
  disk.create(`${next}/${FILE_LIST}`, formatFileList(list));
  for (const entry of carried) carry(folder, next, entry, disk);
}

/** Gives a file of somebody else a second name in the new folder, so that no instant is without it. */
function carry(from: string, to: string, { path, kind }: ForeignEntry, disk: Disk): void {
  if (kind === 'folder') {
    makeFolders(to, path, disk);
    disk.setMode(`${to}/${path}`, (disk.status(`${from}/${path}`)?.mode ?? 0o777) & 0o7777);
  } else if (kind === 'link') disk.makeLink(disk.linkTarget(`${from}/${path}`), `${to}/${path}`);
  else disk.link(`${from}/${path}`, `${to}/${path}`);
}

/**
 * Puts the output before away. What somebody else wrote into it while it was being replaced is carried over
 * first. It is renamed before it is deleted, so that what is called previous is always whole.
 */
function retire({ folder, previous, old }: OutputPlace, disk: Disk): void {
  const list = readFileList(previous, disk);
  const written = new Set(readFileList(folder, disk)?.keys());
  const { entries } = foreignEntries(previous, { list, written }, disk, Number.POSITIVE_INFINITY);
  for (const entry of entries) carryOver(folder, previous, entry, disk);
  deleteTree(old, disk);
  disk.move(previous, old);
  deleteTree(old, disk);
}

function carryOver(folder: string, previous: string, entry: ForeignEntry, disk: Disk): void {
  const there = disk.status(`${folder}/${entry.path}`);
  const former = disk.status(`${previous}/${entry.path}`);
  if (former === undefined || there?.ino === former.ino) return;
  if (there === undefined) carry(previous, folder, entry, disk);
  else if (entry.kind === 'file' && there.isFile() && former.mtimeMs > there.mtimeMs) {
    disk.move(`${previous}/${entry.path}`, `${folder}/${entry.path}`);
  }
}
