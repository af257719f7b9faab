/** What a command may know of the process, and where it writes. The file `main.ts` makes the real one. */
export interface Terminal {
  /** The folder that the command was started in. */
  readonly cwd: string;
  /** The variables that an app is started with. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether a person looks at standard error. @default false */
  readonly errIsTerminal?: boolean;
  /** Writes what was asked for: standard output. */
  out(text: string): void;
  /** Writes what is said about it: standard error. */
  err(text: string): void;
}
