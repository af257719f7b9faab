import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import type { Disk } from './disk';
import { OutputError } from './output-error';

/** Where an output is, and what stands beside it while it is replaced. */
export interface OutputPlace {
  /** The folder, links followed. */
  readonly folder: string;
  /** The folder above it. */
  readonly parent: string;
  /** Whether it can be replaced as a whole: it is neither the working folder nor above it. */
  readonly isReplaceable: boolean;
  /** The output before, whole, while the folder itself is being replaced. */
  readonly previous: string;
  /** The output that is being written. */
  readonly next: string;
  /** What is being deleted. */
  readonly old: string;
  /** Who is writing. */
  readonly lock: string;
  /** Who is writing in the folder itself. */
  readonly lockInside: string;
  /** What is being written in the folder itself. */
  readonly work: string;
}

const MOST_LINKS = 40;

/**
 * Where the output of a folder is. A folder that is a link stands for the one that it leads to, whether that
 * exists or not, and stays a link.
 *
 * @throws OutputError when links lead in a circle, or something else than a folder is there.
 */
export function placeOf(folder: string, disk: Disk): OutputPlace {
  let path = realPlace(resolve(folder), disk);
  for (let links = 0; disk.status(path)?.isSymbolicLink(); links++) {
    if (links === MOST_LINKS) throw new OutputError(folder, 'links lead in a circle', 'correct the link');
    path = realPlace(resolve(dirname(path), disk.linkTarget(path)), disk);
  }
  if (disk.status(path)?.isDirectory() === false) {
    throw new OutputError(folder, 'is no folder', 'delete the file, or write to another folder');
  }
  const parent = dirname(path);
  const beside = (end: string): string => join(parent, `.${basename(path)}.${end}`);
  return {
    folder: path,
    parent,
    isReplaceable: parent !== path && !isWithin(path, workingFolder(disk)),
    previous: beside('previous'),
    next: beside('next'),
    old: beside('old'),
    lock: beside('lock'),
    lockInside: join(path, '.drydock-lock'),
    work: join(path, '.drydock-work'),
  };
}

/** Where a lock is put while it is taken from somebody who has ended. */
export function asideOf(lock: string): string {
  return `${lock}-old`;
}

/** The path with the links above it followed, as far as there is something. */
function realPlace(path: string, disk: Disk): string {
  const parent = dirname(path);
  if (parent === path) return path;
  const real = disk.status(parent) ? disk.realPath(parent) : realPlace(parent, disk);
  return join(real, basename(path));
}

/** Undefined where it was deleted. */
function workingFolder(disk: Disk): string | undefined {
  try {
    return disk.realPath('.');
  } catch {
    return undefined;
  }
}

function isWithin(folder: string, path: string | undefined): boolean {
  if (path === undefined) return false;
  const way = relative(folder, path);
  return way === '' || !(way === '..' || way.startsWith(`..${sep}`) || resolve(way) === way);
}
