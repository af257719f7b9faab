/** What a command may know of the process, and where it writes. The file `main.ts` makes the real one. */
export interface Terminal {
  /** The folder that the command was started in. */
  readonly cwd: string;
  /** The variables that an app is started with. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether a person looks at standard error. @default false */
  readonly errIsTerminal?: boolean;
  /**
   * Has signals that ask the process to end come to a listener, in place of ending it.
   *
   * @returns what has them end it again.
   */
  onSignal?(listener: (signal: NodeJS.Signals) => void): () => void;
  /** Writes what was asked for: standard output. */
  out(text: string): void;
  /** Writes what is said about it: standard error. */
  err(text: string): void;
}
