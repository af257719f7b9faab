import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import type { Terminal } from './terminal';

/** How the command of an app ended. */
export interface AppRun {
  /** Its exit code; 128 and the signal's number where a signal ended it, as a shell gives it. */
  readonly exitCode: number;
  /** The signal that ended it. */
  readonly signal?: NodeJS.Signals;
}

/**
 * Runs the command of an app through the shell, in the folder of the terminal. The app writes to the same
 * streams as the caller, and finds the output folder in `CDK8S_OUTDIR`, where cdk8s looks for it.
 */
export function runApp(command: string, output: string, terminal: Terminal): Promise<AppRun> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, {
      cwd: terminal.cwd,
      env: { ...terminal.env, CDK8S_OUTDIR: output },
      shell: true,
      stdio: 'inherit',
    });
    child.once('error', reject);
    child.once('close', (code, signal) => {
      resolve(
        signal === null ? { exitCode: code ?? 1 } : { exitCode: 128 + constants.signals[signal], signal },
      );
    });
  });
}
