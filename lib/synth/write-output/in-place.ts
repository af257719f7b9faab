import { type Disk, deleteTree, isCode, makeFolders, tryDeleteTree } from './disk';
import { formatFileList, hashOf } from './file-list';
import { isOwn } from './foreign-entries';
import type { NewOutput } from './new-output';
import { FILE_LIST, foldersOf, type OutputFile } from './output-file';
import type { OutputPlace } from './output-place';

/** What happens to one file of the folder. */
interface Step {
  readonly path: string;
  /** The new file in the work folder; undefined where the file is deleted. */
  readonly staged?: string;
  /** The former file in the work folder; undefined where there was none. */
  readonly former?: string;
}

/** What has to be undone while this is in the work folder. */
interface Journal {
  readonly steps: readonly Step[];
  /** Folders that the steps make, outermost first. */
  readonly folders: readonly string[];
}

/** What the system says where a file cannot have a second name. */
const CANNOT_LINK = ['EPERM', 'EXDEV', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'];

/**
 * Replaces the files of a folder one by one, where the folder cannot be replaced as a whole. Every file is whole
 * at every instant. A journal says how to restore the output before until the last file is in its place.
 */
export function writeInPlace(place: OutputPlace, output: NewOutput, disk: Disk): void {
  const { folder, work } = place;
  try {
    disk.makeFolder(work);
    const steps = stage(place, output, disk);
    const folders = [...foldersOf(steps.flatMap(step => (step.staged ? [step.path] : [])))].filter(
      path => disk.status(`${folder}/${path}`) === undefined,
    );
    const journal: Journal = { steps, folders };
    disk.create(`${work}/journal.new`, JSON.stringify(journal), true);
    disk.move(`${work}/journal.new`, `${work}/journal`);
    for (const step of steps) apply(place, step, disk);
    disk.move(`${work}/journal`, `${work}/done`);
  } catch (error) {
    recoverInPlace(place, disk);
    throw error;
  }
  tryDeleteTree(work, disk);
}

/** Restores the output before, where a process was killed while it replaced the files of a folder. */
export function recoverInPlace(place: OutputPlace, disk: Disk): void {
  const { work } = place;
  if (disk.status(`${work}/journal`) !== undefined) {
    undo(place, JSON.parse(disk.read(`${work}/journal`).toString('utf8')) as Journal, disk);
    disk.move(`${work}/journal`, `${work}/done`);
  }
  deleteTree(work, disk);
}

/** Makes ready what the steps need. Deletions are first, so that a folder can make room for a file. */
function stage({ folder, work }: OutputPlace, { files, list, ownership }: NewOutput, disk: Disk): Step[] {
  const steps: Step[] = [];
  const stale = [...(ownership.list?.keys() ?? [])].filter(
    path => !list.has(path) && isOwn(folder, path, ownership, disk),
  );
  for (const path of stale) {
    const former = `former-${steps.length}`;
    keep(`${folder}/${path}`, `${work}/${former}`, disk);
    steps.push({ path, former });
  }
  const listFile: OutputFile = { path: FILE_LIST, content: formatFileList(list) };
  for (const { path, content } of [...files, listFile]) {
    const file = `${folder}/${path}`;
    const status = disk.status(file);
    if (status?.isFile() && hashOf(content) === hashOf(disk.read(file))) continue;
    const staged = `staged-${steps.length}`;
    disk.create(`${work}/${staged}`, content);
    const isThere = status !== undefined && !status.isDirectory();
    const former = isThere ? `former-${steps.length}` : undefined;
    if (former) keep(file, `${work}/${former}`, disk);
    steps.push({ path, staged, former });
  }
  return steps;
}

function apply({ folder, work }: OutputPlace, { path, staged }: Step, disk: Disk): void {
  if (staged === undefined) {
    disk.deleteFile(`${folder}/${path}`);
    deleteEmpty(folder, path, disk);
  } else {
    makeFolders(folder, parentOf(path), disk);
    disk.move(`${work}/${staged}`, `${folder}/${path}`);
  }
}

/** Can be done again from any point where it stopped. */
function undo({ folder, work }: OutputPlace, { steps, folders }: Journal, disk: Disk): void {
  for (const { path, staged, former } of steps) {
    const isApplied = staged !== undefined && disk.status(`${work}/${staged}`) === undefined;
    if (!isApplied || former !== undefined) continue;
    if (disk.status(`${folder}/${path}`) !== undefined) disk.deleteFile(`${folder}/${path}`);
  }
  for (const path of [...folders].reverse()) tryDeleteFolder(`${folder}/${path}`, disk);
  for (const { path, former } of steps) {
    if (former === undefined || disk.status(`${work}/${former}`) === undefined) continue;
    makeFolders(folder, parentOf(path), disk);
    disk.move(`${work}/${former}`, `${folder}/${path}`);
  }
}

/** Gives a file a second name in the work folder, or makes a copy of it. */
function keep(from: string, to: string, disk: Disk): void {
  try {
    disk.link(from, to);
  } catch (error) {
    if (!isCode(error, ...CANNOT_LINK)) throw error;
    disk.copy(from, to);
  }
}

function deleteEmpty(folder: string, path: string, disk: Disk): void {
  const parent = parentOf(path);
  if (parent !== '' && tryDeleteFolder(`${folder}/${parent}`, disk)) deleteEmpty(folder, parent, disk);
}

function tryDeleteFolder(path: string, disk: Disk): boolean {
  try {
    disk.deleteFolder(path);
    return true;
  } catch (error) {
    if (isCode(error, 'ENOTEMPTY', 'EEXIST', 'ENOENT', 'ENOTDIR', 'EBUSY')) return false;
    throw error;
  }
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
