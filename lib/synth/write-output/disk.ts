import * as fs from 'node:fs';
import { dirname } from 'node:path';
import { type FileContent, piecesOf } from './output-file';

/**
 * What writing an output asks of the file system, one step a method: a test stands in for it, and fails or stops
 * at any step. Each throws the error of `node:fs`, with its code.
 */
export interface Disk {
  /** What is at a path, links not followed; undefined where there is nothing. */
  status(path: string): fs.Stats | undefined;
  /** What is in a folder. */
  entries(folder: string): fs.Dirent[];
  /** A path without links in it. */
  realPath(path: string): string;
  /** Where a symbolic link leads. */
  linkTarget(path: string): string;
  /** The content of a file. */
  read(path: string): Buffer;
  /** Writes a file that must not exist. A durable one has reached the disk when this returns. */
  create(path: string, content: FileContent, durable?: boolean): void;
  /** Makes a folder that must not exist, in one that does. */
  makeFolder(path: string): void;
  /** Sets the permissions of a file or a folder. */
  setMode(path: string, mode: number): void;
  /** Gives a file a second name. */
  link(from: string, to: string): void;
  /** Makes a symbolic link. */
  makeLink(target: string, path: string): void;
  /** Copies a file; the copy must not exist. */
  copy(from: string, to: string): void;
  /** Moves a file, over one that exists, or a folder, over an empty one. */
  move(from: string, to: string): void;
  /** Deletes a file. */
  deleteFile(path: string): void;
  /** Deletes an empty folder. */
  deleteFolder(path: string): void;
}

/** The file system of this machine. */
export const MACHINE_DISK: Disk = {
  status: path => {
    try {
      return fs.lstatSync(path, { throwIfNoEntry: false });
    } catch (error) {
      if (isCode(error, 'ENOTDIR')) return undefined;
      throw error;
    }
  },
  entries: folder => fs.readdirSync(folder, { withFileTypes: true }),
  realPath: path => fs.realpathSync(path),
  linkTarget: path => fs.readlinkSync(path),
  read: path => fs.readFileSync(path),
  create: (path, content, durable = false) => {
    const [only = '', ...others] = piecesOf(content);
    if (others.length === 0) fs.writeFileSync(path, only, { flag: 'wx', ...{ flush: durable } });
    else createOf(path, piecesOf(content), durable);
  },
  makeFolder: path => fs.mkdirSync(path),
  setMode: (path, mode) => fs.chmodSync(path, mode),
  link: (from, to) => fs.linkSync(from, to),
  makeLink: (target, path) => fs.symlinkSync(target, path),
  copy: (from, to) => fs.copyFileSync(from, to, fs.constants.COPYFILE_EXCL),
  move: (from, to) => fs.renameSync(from, to),
  deleteFile: path => fs.unlinkSync(path),
  deleteFolder: path => fs.rmdirSync(path),
};

function createOf(path: string, pieces: readonly (string | Uint8Array)[], durable: boolean): void {
  const file = fs.openSync(path, 'wx');
  try {
    for (const piece of pieces) fs.writeFileSync(file, piece);
    if (durable) fs.fsyncSync(file);
  } finally {
    fs.closeSync(file);
  }
}

/** Whether an error has one of these codes. */
export function isCode(error: unknown, ...codes: readonly string[]): boolean {
  return codes.includes((error as NodeJS.ErrnoException | undefined)?.code ?? '');
}

/** Deletes a file or a folder with everything in it; nothing where there is nothing. */
export function deleteTree(path: string, disk: Disk): void {
  const status = disk.status(path);
  if (status === undefined) return;
  if (status.isDirectory()) deleteWhole(path, disk);
  else disk.deleteFile(path);
}

function deleteWhole(folder: string, disk: Disk): void {
  for (const entry of disk.entries(folder)) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) deleteWhole(path, disk);
    else disk.deleteFile(path);
  }
  disk.deleteFolder(folder);
}

/** Deletes what it can; what is left is deleted by whoever comes next. */
export function tryDeleteTree(path: string, disk: Disk): void {
  try {
    deleteTree(path, disk);
  } catch {
    // Told where it matters: when the next one cannot delete it either.
  }
}

/** Makes the folders of a relative path below a folder; those that are there are left as they are. */
export function makeFolders(folder: string, path: string, disk: Disk): void {
  const parts = path === '' ? [] : path.split('/');
  for (let count = 1; count <= parts.length; count++) {
    makeMissing(`${folder}/${parts.slice(0, count).join('/')}`, disk);
  }
}

/** Makes a folder and those above it, where they are missing. */
export function ensureFolder(path: string, disk: Disk): void {
  if (disk.status(path) !== undefined) return;
  ensureFolder(dirname(path), disk);
  makeMissing(path, disk);
}

function makeMissing(path: string, disk: Disk): void {
  try {
    disk.makeFolder(path);
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
  }
}
