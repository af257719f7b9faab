import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import type { AppCommand } from './app-command';
import { holdsOwnError, readable } from './error-text';
import { Progress } from './progress';
import type { Terminal } from './terminal';

/** How the command of an app ended. */
export interface AppRun {
  /** Its exit code; 128 and the signal's number where a signal ended it, as a shell gives it. */
  readonly exitCode: number;
  /** The signal that ended it. */
  readonly signal?: NodeJS.Signals;
  /**
   * Says what was held back.
   *
   * @param edit what becomes of the words on standard error. @default errors of the library are made readable
   */
  release(edit?: (text: string) => string): void;
}

/** What an app is run with. */
export interface AppRunOptions {
  /** Variables beside those of the terminal. */
  readonly env: Readonly<Record<string, string>>;
  /** Writes what the app says on standard output. */
  out(text: string): void;
  /** Whether what the app says is held back, all of it or what it says on standard error. */
  isHeld(stream: 'out' | 'err'): boolean;
}

/** What an app said at once. */
interface Said {
  readonly stream: 'out' | 'err';
  readonly text: string;
}

/** How often a person is told that the app still runs, in milliseconds. */
const TICK = 100;

/** What a shell gives for a program that is not there. */
const NOT_FOUND = 127;

/** Runs an app in the folder of the terminal, and passes on what it says. */
export function runApp(
  { program, args, shell }: AppCommand,
  { env, out, isHeld }: AppRunOptions,
  terminal: Terminal,
): Promise<AppRun> {
  return new Promise(resolve => {
    const progress = new Progress(terminal);
    const start = performance.now();
    const child = spawn(program, args, {
      cwd: terminal.cwd,
      env: { ...terminal.env, ...env },
      shell,
      stdio: ['inherit', 'pipe', 'pipe'],
    });
    const held: Said[] = [];
    let endsInError = false;
    const write = ({ stream, text }: Said): void => (stream === 'out' ? out(text) : terminal.err(text));
    const pass = (stream: Said['stream'], text: string): void => {
      progress.end();
      // Node says it in pieces, and nothing comes after it.
      if (stream === 'err' && holdsOwnError(text)) endsInError = true;
      if (!isHeld(stream) && !(stream === 'err' && endsInError)) write({ stream, text });
      else if (held.at(-1)?.stream === stream) held.push({ stream, text: `${held.pop()?.text}${text}` });
      else held.push({ stream, text });
    };
    const release: AppRun['release'] = (edit = readable) => {
      for (const { stream, text } of held.splice(0))
        write({ stream, text: stream === 'err' ? edit(text) : text });
    };
    child.stdout.setEncoding('utf8').on('data', (text: string) => pass('out', text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => pass('err', text));
    const tick = setInterval(() => progress.show(() => `the app runs: ${secondsSince(start)} s`), TICK);
    // It is the app that ends of it; what it leaves is put in order then.
    const endSignals = terminal.onSignal?.(signal => child.kill(signal));
    const end = (): void => {
      clearInterval(tick);
      endSignals?.();
      progress.end();
    };
    child.once('error', error => {
      end();
      pass('err', `drydock: ${program} cannot be started (${error.message})\n`);
      resolve({ exitCode: NOT_FOUND, release });
    });
    child.once('close', (code, signal) => {
      end();
      resolve(
        signal === null
          ? { exitCode: code ?? 1, release }
          : { exitCode: 128 + constants.signals[signal], signal, release },
      );
    });
  });
}

/** The time since a moment, in seconds with one decimal. */
export function secondsSince(moment: number): string {
  return ((performance.now() - moment) / 1000).toFixed(1);
}
