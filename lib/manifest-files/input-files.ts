import { type Dirent, readdirSync, statSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { readBytes } from './read-bytes';
import { SourceFile } from './source-file';
import { problemOf, type UnreadableInput } from './unreadable-input';

/** Standard input, as a path. */
export const STANDARD_INPUT = '-';

/** Files of a folder that are read. */
const MANIFEST_FILE = /\.(ya?ml|json)$/i;

/** Files that lie among manifests, and are none: kubectl is not given them. */
const OTHER_FILES: ReadonlySet<string> = new Set([
  'kustomization.yaml',
  'kustomization.yml',
  'cdk8s.yaml',
  'drydock.yaml',
  'construct-metadata.json',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
]);

/** Folders that are not entered. */
const OTHER_FOLDERS: ReadonlySet<string> = new Set(['node_modules']);

/** All files together may have so many bytes; further ones are not read. */
const MAX_TOTAL_BYTES = 256 * 1024 * 1024;

/** Whether a file of a folder, by its path, is one of manifests. */
export function isManifestFile(path: string): boolean {
  const parts = path.split(/[\\/]/);
  const name = parts.pop() ?? '';
  return isManifestName(name) && !parts.some(part => isPassedOver(part) && part !== '.');
}

function isManifestName(name: string): boolean {
  return MANIFEST_FILE.test(name) && !OTHER_FILES.has(name) && !name.startsWith('.');
}

/** Whether a folder is not entered. */
function isPassedOver(folder: string): boolean {
  return folder.startsWith('.') || OTHER_FOLDERS.has(folder);
}

/** What paths led to. */
export interface Input {
  readonly files: readonly SourceFile[];
  /** What could not be read; the others are read all the same. */
  readonly unreadable: readonly UnreadableInput[];
}

/**
 * Reads the files that paths name: a file, a folder with all that is below it, or `-` for standard input. A folder's
 * files are YAML and JSON, in the order of their paths; hidden ones, and well-known ones that are no manifests, are
 * passed over.
 *
 * @param cwd the folder that paths start from.
 * @param read is told of every file before it is read.
 */
export function readInput(
  paths: readonly string[],
  cwd: string,
  read: (file: string) => void = () => {},
): Input {
  const files: SourceFile[] = [];
  const unreadable: UnreadableInput[] = [];
  let left = MAX_TOTAL_BYTES;
  for (const path of paths) {
    for (const entry of filesAt(path, cwd)) {
      if (!('path' in entry)) {
        unreadable.push(entry);
        continue;
      }
      read(entry.shown);
      const found = readBytes(entry.path, entry.shown, left);
      if ('bytes' in found) {
        left -= found.bytes.length;
        files.push(new SourceFile(entry.shown, found.bytes));
      } else unreadable.push(found);
    }
  }
  return { files, unreadable };
}

/** A file that was found. */
interface Found {
  readonly path: string;
  /** The path as it is to be shown. */
  readonly shown: string;
}

/** The files at a path, or what is wrong with the path. */
function filesAt(path: string, cwd: string): (Found | UnreadableInput)[] {
  if (path === STANDARD_INPUT) return [{ path, shown: path }];
  const full = resolve(cwd, path);
  const shown = shownPath(full, cwd);
  try {
    if (!statSync(full).isDirectory()) return [{ path: full, shown }];
  } catch (error) {
    return [problemOf(shown, error)];
  }
  const found: (Found | UnreadableInput)[] = [];
  walk(full, cwd, found);
  const isEmpty = found.length === 0;
  return isEmpty
    ? [{ file: shown, problem: 'holds no YAML or JSON', fix: 'name a folder with manifests' }]
    : found;
}

function walk(folder: string, cwd: string, found: (Found | UnreadableInput)[]): void {
  let entries: Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    found.push(problemOf(shownPath(folder, cwd), error));
    return;
  }
  const shown = shownPath(folder, cwd);
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = inFolder(folder, entry.name);
    if (!entry.isDirectory()) {
      if (isManifestName(entry.name)) {
        found.push({ path, shown: shown === '.' ? entry.name : inFolder(shown, entry.name) });
      }
    } else if (!isPassedOver(entry.name)) walk(path, cwd, found);
  }
}

/** Without the work of `join`, which reads every path anew: there may be many files. */
function inFolder(folder: string, name: string): string {
  return folder.endsWith(sep) ? folder + name : folder + sep + name;
}

/** A path from the folder that the user is in, unless it leads out of it. */
function shownPath(full: string, cwd: string): string {
  const path = relative(cwd, full) || '.';
  return path.startsWith('..') ? full : path;
}
