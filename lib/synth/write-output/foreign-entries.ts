import type { Disk } from './disk';
import { type FileList, hashOf } from './file-list';
import { OutputError } from './output-error';
import { foldersOf, isReserved, type OutputFile } from './output-file';

/** What is in the folder of an output and belongs to somebody else. */
export interface ForeignEntry {
  readonly path: string;
  readonly kind: 'folder' | 'file' | 'link';
}

/** Tells the files of an output from those of others. */
export interface Ownership {
  /** The files that were written last; undefined where nothing says so. */
  readonly list: FileList | undefined;
  /** The paths of the output that is being written. */
  readonly written: ReadonlySet<string>;
  /** Paths of the last output that stay as they are. */
  readonly kept?: ReadonlySet<string>;
}

/** How many entries of others are carried over. */
const MOST_CARRIED = 256;

/** Files that people write by hand where an output is, and which an output may be asked to write as well. */
const KUSTOMIZATION = /^kustomization(\.ya?ml)?$/i;

/** What cdk8s calls its files, so that one of that name is no one's work. */
const GENERATED = /\.k8s\.yaml$/;

/** What others have in the folder of an output. */
export interface ForeignEntries {
  /** What a new output does not replace, outermost first. */
  readonly entries: readonly ForeignEntry[];
  /** Whether they can be carried over to another folder, one by one. */
  readonly areCarriable: boolean;
}

/**
 * The entries of a folder that a new output does not replace: what was not written last, what was changed since
 * by somebody else and is not written now, and folders that are empty or hold such.
 *
 * @param most how many are carriable. @default 256; more say that the folder is somebody's workplace
 */
export function foreignEntries(
  folder: string,
  ownership: Ownership,
  disk: Disk,
  most = MOST_CARRIED,
): ForeignEntries {
  const device = disk.status(folder)?.dev;
  const found: ForeignEntry[] = [];
  let areCarriable = true;
  const walk = (path: string): void => {
    const status = disk.status(`${folder}/${path}`);
    if (status?.dev !== device || ((status?.mode ?? 0) & 0o200) === 0) areCarriable = false;
    const entries = disk.entries(`${folder}/${path}`);
    const before = found.length;
    for (const entry of entries) {
      const inside = path === '' ? entry.name : `${path}/${entry.name}`;
      if (entry.isDirectory()) walk(inside);
      else if (!isOwn(folder, inside, ownership, disk)) {
        if (entry.isFile()) found.push({ path: inside, kind: 'file' });
        else if (entry.isSymbolicLink()) found.push({ path: inside, kind: 'link' });
        else areCarriable = false;
      }
      if (found.length > most) areCarriable = false;
      if (!areCarriable && most !== Number.POSITIVE_INFINITY) return;
    }
    if (path !== '' && (entries.length === 0 || found.length > before)) {
      found.splice(before, 0, { path, kind: 'folder' });
    }
  };
  walk('');
  return { entries: found, areCarriable };
}

/** Whether a file is one of the output: written now, or written last and left alone since. */
export function isOwn(folder: string, path: string, ownership: Ownership, disk: Disk): boolean {
  if (isReserved(path) || ownership.written.has(path)) return true;
  if (ownership.kept?.has(path)) return false;
  const hash = ownership.list?.get(path);
  const file = `${folder}/${path}`;
  return hash !== undefined && disk.status(file)?.isFile() === true && hashOf(disk.read(file)) === hash;
}

/**
 * Refuses an output that would replace what somebody wrote by hand.
 *
 * @throws OutputError that names the path.
 */
export function checkHandwritten(
  folder: string,
  ownership: Ownership,
  files: readonly OutputFile[],
  disk: Disk,
): void {
  for (const { path, content } of files) {
    if (ownership.list?.has(path) || !isHandwritten(path, ownership)) continue;
    const file = `${folder}/${path}`;
    const status = disk.status(file);
    if (status === undefined || status.isDirectory()) continue;
    if (!status.isFile() || hashOf(disk.read(file)) !== hashOf(content)) throw refusal(folder, path);
  }
}

/**
 * Refuses an output that has a file where somebody else has a folder, or the other way round.
 *
 * @throws OutputError that names the path.
 */
export function checkCarried(folder: string, carried: readonly ForeignEntry[], { written }: Ownership): void {
  const folders = foldersOf(written);
  for (const { path, kind } of carried) {
    if (kind === 'folder' ? written.has(path) : folders.has(path)) throw refusal(folder, path);
  }
}

function refusal(folder: string, path: string): OutputError {
  return new OutputError(
    folder,
    `${path} was not written by Drydock, and the output has something of that name`,
    'move it away, or delete it',
  );
}

function isHandwritten(path: string, { list }: Ownership): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return list === undefined ? KUSTOMIZATION.test(name) : !GENERATED.test(name);
}
