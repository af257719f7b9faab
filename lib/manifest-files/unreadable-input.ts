/** A file or folder that cannot be read. */
export interface UnreadableInput {
  readonly file: string;
  /** What is wrong, worded to follow the file's name. */
  readonly problem: string;
  readonly fix: string;
}

/** What an error of the file system says of a file. */
export function problemOf(file: string, error: unknown): UnreadableInput {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return { file, problem: 'does not exist', fix: 'correct the path' };
  return {
    file,
    problem: `cannot be read (${code ?? message})`,
    fix: 'make it a file or a folder that you may read',
  };
}
