import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from './usage-error';

/** The YAML files of a folder, each with what tells one writing of it from the next. */
export type FolderState = ReadonlyMap<string, string>;

/** What happened to a folder between two states. */
export interface FolderChange {
  /** YAML files that were written. */
  readonly files: number;
  /** API objects in them. */
  readonly objects: number;
  /** YAML files that were there before and were not written again. */
  readonly older: number;
}

/**
 * The YAML files that are in a folder and below it; none where there is no folder.
 *
 * @throws UsageError when a file is in the folder's place.
 */
export function folderState(folder: string): FolderState {
  if (!existsSync(folder)) return new Map();
  if (!statSync(folder).isDirectory())
    throw new UsageError(`${folder} is no folder`, "name another '--output'");
  return new Map(
    readdirSync(folder, { withFileTypes: true, recursive: true })
      .filter(entry => entry.isFile() && isManifest(entry.name))
      .map(entry => {
        const path = join(entry.parentPath, entry.name);
        const { mtimeNs, ctimeNs, ino } = statSync(path, { bigint: true });
        return [path, [mtimeNs, ctimeNs, ino].join()];
      }),
  );
}

/** What was written between two states of a folder. A file that was written with the same content counts. */
export function changeBetween(before: FolderState, after: FolderState): FolderChange {
  const written = [...after].filter(([path, stamp]) => before.get(path) !== stamp).map(([path]) => path);
  const objects = written.map(path => documentsIn(readFileSync(path, 'utf8')));
  return {
    files: written.length,
    objects: objects.reduce((sum, count) => sum + count, 0),
    older: after.size - written.length,
  };
}

/** Whether a file is YAML, by its name. */
export function isManifest(path: string): boolean {
  return /\.ya?ml$/.test(path);
}

/**
 * How many YAML documents are in a text, those without content left out. A line that begins with three dashes
 * separates documents wherever it stands, inside of block scalars too, so that nothing needs to be parsed.
 */
export function documentsIn(text: string): number {
  return text.split(/^---(?=\s|$)/m).filter(part => /^\s*[^\s#]/m.test(part)).length;
}
