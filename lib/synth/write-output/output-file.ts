import { OutputError } from './output-error';

/** What a file holds: text, which is written as UTF-8, or bytes, in one piece or several. */
export type FileContent = string | Uint8Array | readonly Uint8Array[];

/** A file of an output. */
export interface OutputFile<Content = FileContent> {
  /** Its path in the folder of the output, with forward slashes. */
  readonly path: string;
  readonly content: Content;
}

/** The pieces of a content, one behind the other. */
export function piecesOf(content: FileContent): readonly (string | Uint8Array)[] {
  return typeof content === 'string' || content instanceof Uint8Array ? [content] : content;
}

/** The list of the files of an output, in its folder. */
export const FILE_LIST = '.drydock-files';

/** What begins the names of files that belong to Drydock, in the folder itself. */
const RESERVED = /^\.drydock-/;

/** Whether a path in the folder belongs to Drydock itself. */
export function isReserved(path: string): boolean {
  return RESERVED.test(path);
}

/** Folders that the paths need, each once, outermost first. */
export function foldersOf(paths: Iterable<string>): Set<string> {
  const folders = new Set<string>();
  for (const path of paths) {
    for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) folders.add(path.slice(0, at));
  }
  return folders;
}

/**
 * Refuses paths that no folder can hold beside each other, or that lead out of it.
 *
 * @throws OutputError that names the path.
 */
export function checkPaths(folder: string, files: readonly OutputFile[]): void {
  const paths = new Set<string>();
  for (const { path } of files) {
    const problem = problemOf(path);
    if (problem) throw invalid(folder, path, problem);
    if (paths.has(path)) throw invalid(folder, path, 'is there twice');
    paths.add(path);
  }
  for (const needed of foldersOf(paths)) {
    if (paths.has(needed)) throw invalid(folder, needed, 'is a file and a folder at once');
  }
}

function problemOf(path: string): string | undefined {
  if (path.includes('\0') || path.includes('\\')) return 'holds a character that a path may not have';
  if (path.split('/').some(part => part === '' || part === '.' || part === '..')) {
    return 'must be relative, without empty parts, . and ..';
  }
  return isReserved(path) ? "begins with '.drydock-', which is kept for Drydock itself" : undefined;
}

function invalid(folder: string, path: string, problem: string): OutputError {
  return new OutputError(folder, `the path ${JSON.stringify(path)} ${problem}`, 'give the file another path');
}
