/** An output could not be written, or the one before could not be restored. It is told without a stack trace. */
export class OutputError extends Error {
  override get name(): string {
    return 'OutputError';
  }

  // Private, so that the runtime prints the message and nothing beside it.
  readonly #folder: string;
  readonly #code: string | undefined;

  /**
   * @param folder the folder of the output.
   * @param reason what is wrong.
   * @param fix what the user most likely wants to do.
   * @param cause the system's error.
   */
  constructor(folder: string, reason: string, fix: string, cause?: unknown) {
    super(`${folder}: ${reason}; fix: ${fix}`);
    this.stack = `${this.name}: ${this.message}`;
    this.#folder = folder;
    this.#code = (cause as NodeJS.ErrnoException | undefined)?.code;
  }

  /** The folder of the output. */
  get folder(): string {
    return this.#folder;
  }

  /** The code of the system's error, such as `ENOSPC`, where there is one. */
  get code(): string | undefined {
    return this.#code;
  }

  /** The error of the system in the words of the user. */
  static of(folder: string, cause: unknown): OutputError {
    if (cause instanceof OutputError) return cause;
    const { code = '', message, path } = cause as NodeJS.ErrnoException;
    const [reason, fix] = REASONS[code] ?? [`the output could not be written (${message})`, UNKNOWN_FIX];
    const at = path === undefined || path === folder ? '' : ` (${code} at ${path})`;
    return new OutputError(folder, `${reason}${at}`, fix, cause);
  }
}

const UNKNOWN_FIX = 'correct that, and run the synth again: what was there before is kept';
const PERMISSION = 'make the folder and the one above it writable for the user who runs the synth';

const IN_THE_WAY = [
  'a folder is where the output has a file, or a file where it has a folder',
  'move it away, or delete it',
] as const;

const REASONS: Readonly<Record<string, readonly [reason: string, fix: string]>> = {
  ENOSPC: ['the disk is full', 'free some space; the output before is kept'],
  EDQUOT: ['the disk quota is used up', 'free some space; the output before is kept'],
  EACCES: ['may not be written', PERMISSION],
  EPERM: ['may not be written', PERMISSION],
  EROFS: ['is on a file system that is read-only', 'write to another folder, or mount it writable'],
  ENAMETOOLONG: ['a file name is too long for the file system', 'shorten the names of charts and objects'],
  EISDIR: IN_THE_WAY,
  ENOTDIR: IN_THE_WAY,
  EEXIST: IN_THE_WAY,
  ENOTEMPTY: IN_THE_WAY,
  EXDEV: ['a part of it is on another file system', 'write to a folder without others mounted in it'],
  EMFILE: ['too many files are open', 'raise the limit of open files, and run the synth again'],
  EBUSY: ['a file is in use', 'close what uses it, and run the synth again'],
};
