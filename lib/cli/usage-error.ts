/** The exit code of a command that was called wrongly, or whose project is not set up. */
export const USAGE_EXIT_CODE = 2;

/** What the caller has to correct before the command can do anything. It is printed without a stack trace. */
export class UsageError extends Error {
  override readonly name = 'UsageError';

  /**
   * @param problem what is wrong, beginning with the file (and the position) where there is one.
   * @param fix what the caller most likely wants to do.
   */
  constructor(problem: string, fix: string) {
    super(`${problem}; fix: ${fix}`);
  }
}
