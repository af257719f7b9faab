import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What is started for the command of an app. */
export interface AppCommand {
  readonly program: string;
  readonly args: readonly string[];
  /** Whether the shell reads the program, which is the whole command then. */
  readonly shell: boolean;
}

/** Words without anything that a shell would read as something else. */
const PLAIN = /^[\w@%+:,./-]+(?: +[\w@%+=:,./-]+)*$/;

/** What runs TypeScript, and is run as tsx by Node itself. */
const RUNNERS = ['tsx', 'ts-node'];

/**
 * What to start for a command. A simple one is started without the shell, and without npx, which alone takes half
 * a second. TypeScript that `tsx` or `ts-node` would run is run by Node with tsx, where the project has tsx; so
 * are types, which `ts-node` would check, left to `tsc`. Every other command is the shell's.
 *
 * @param folder the folder of the project.
 */
export function appCommand(command: string, folder: string): AppCommand {
  const text = command.trim();
  const words = PLAIN.test(text) ? text.split(/ +/) : [];
  const [program = '', ...args] = words[0] === 'npx' ? words.slice(1) : words;
  const [file] = args;
  if (
    RUNNERS.includes(program) &&
    file !== undefined &&
    !file.startsWith('-') &&
    tryUpwards(join('node_modules', 'tsx'), folder)
  ) {
    return { program: 'node', args: ['--import', 'tsx', ...args], shell: false };
  }
  if (words[0] === 'npx') {
    const found = program.startsWith('-')
      ? undefined
      : tryUpwards(join('node_modules', '.bin', program), folder);
    if (found !== undefined) return { program: found, args, shell: false };
  }
  return program === 'node' && words[0] === program
    ? { program, args, shell: false }
    : { program: command, args: [], shell: true };
}

/** The nearest path of that name in a folder or above it; undefined where there is none. */
export function tryUpwards(path: string, folder: string): string | undefined {
  const candidate = join(folder, path);
  if (existsSync(candidate)) return candidate;
  const above = dirname(folder);
  return above === folder ? undefined : tryUpwards(path, above);
}
