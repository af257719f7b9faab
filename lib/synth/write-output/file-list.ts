import { createHash } from 'node:crypto';
import type { Disk } from './disk';
import { FILE_LIST, type FileContent, piecesOf } from './output-file';

/** The files that were written, by their paths, each with the SHA-256 of its content in hexadecimal. */
export type FileList = ReadonlyMap<string, string>;

const LINE = /^([0-9a-f]{64}) {2}(.+)$/;

/**
 * The list in a folder; undefined where there is none. Lines that are none are left out: the files of which
 * nothing is known count as those of somebody else, and are kept.
 */
export function readFileList(folder: string, disk: Disk): FileList | undefined {
  const path = `${folder}/${FILE_LIST}`;
  if (!disk.status(path)?.isFile()) return undefined;
  const lines = disk.read(path).toString('utf8').split(/\r?\n/);
  return new Map(
    lines.flatMap((line): [string, string][] => {
      const [, hash, file] = LINE.exec(line) ?? [];
      return hash && file ? [[file, hash]] : [];
    }),
  );
}

/** The text of a list, sorted by path, so that the same files give the same bytes; `sha256sum --check` reads it. */
export function formatFileList(list: FileList): string {
  return [...list.keys()]
    .sort()
    .map(path => `${list.get(path)}  ${path}\n`)
    .join('');
}

/** What the list says of a content. */
export function hashOf(content: FileContent): string {
  const hash = createHash('sha256');
  for (const piece of piecesOf(content)) hash.update(piece);
  return hash.digest('hex');
}
