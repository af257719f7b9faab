import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';

/** A program that the supervisor keeps running. */
export interface Program {
  readonly name: string;
  readonly path: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The file that gets what it prints. */
  readonly log: string;
  /** The file that has the id of its process, written at every start. */
  readonly pidFile: string;
}

/** What the supervisor is told: to start a program, or to kill a process in the end that it did not start. */
export type SupervisorOrder = { readonly start: Program } | { readonly adopt: number };

/** What the supervisor says: a program that does not stay. */
export interface SupervisorMessage {
  readonly failed: string;
  readonly reason: string;
}

/** The supervisor, from the outside. */
export interface Supervisor {
  start(program: Program): void;
  /** Has it kill a process, too, that is somebody else's child. */
  adopt(pid: number): void;
  /** Kills every program, and waits until the supervisor is gone. */
  stop(): Promise<void>;
  /** Rejects when a program does not stay. */
  readonly failure: Promise<never>;
}

/** Starts a process of its own that runs programs, and that kills them when this process ends in whatever way. */
export function startSupervisor(): Supervisor {
  const child = fork(join(__dirname, 'supervisor.ts'), {
    execArgv: ['--import', 'tsx'],
    // In a process group of its own: Ctrl-C is for this process, which then stops the programs.
    detached: true,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const failure = new Promise<never>((_, reject) => {
    child.on('message', ({ failed, reason }: SupervisorMessage) => reject(new Error(`${failed}: ${reason}`)));
    child.once('exit', code => {
      if (code !== 0) reject(new Error(`the supervisor ended with ${code}`));
    });
  });
  // Whoever waits for something races it against this; nobody may be waiting.
  failure.catch(() => undefined);
  const tell = (order: SupervisorOrder) => child.send(order);
  return {
    start: program => tell({ start: program }),
    adopt: pid => tell({ adopt: pid }),
    stop: () => stop(child),
    failure,
  };
}

function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise(resolve => {
    child.once('exit', () => resolve());
    if (child.connected) child.disconnect();
  });
}
