import type { Disk } from './disk';
import { type FileList, hashOf, readFileList } from './file-list';
import { checkHandwritten, type Ownership } from './foreign-entries';
import type { OutputFile } from './output-file';

/** An output that is to be written into a folder. */
export interface NewOutput {
  readonly files: readonly OutputFile[];
  /** What the folder's list says of it afterwards. */
  readonly list: FileList;
  /** What tells its files, and those of the output before, from those of others. */
  readonly ownership: Ownership;
}

/**
 * An output for a folder as it is now.
 *
 * @param kept paths of the output before that stay as they are, and stay listed.
 * @throws OutputError when it would replace what somebody wrote by hand.
 */
export function newOutput(
  folder: string,
  files: readonly OutputFile[],
  kept: ReadonlySet<string>,
  disk: Disk,
): NewOutput {
  const before = readFileList(folder, disk);
  const ownership: Ownership = { list: before, written: new Set(files.map(file => file.path)), kept };
  checkHandwritten(folder, ownership, files, disk);
  const list = new Map(files.map(({ path, content }) => [path, hashOf(content)]));
  for (const path of kept) {
    const hash = before?.get(path);
    if (hash !== undefined && !list.has(path)) list.set(path, hash);
  }
  return { files, list, ownership };
}
