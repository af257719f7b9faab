import { join } from 'node:path';
import { AppBuild } from './app-build';
import { type AppCommand, appCommand, tryUpwards } from './app-command';
import { tryReadAppReport } from './app-report';
import { type AppRun, runApp } from './app-run';
import { withoutError } from './error-text';
import type { StagedOutput } from './staged-output';
import type { Terminal } from './terminal';

/** What one `drydock synth` works with. */
export interface SynthWork {
  /** The command that runs the app. */
  readonly app: string;
  /** The output folder. */
  readonly folder: string;
  /** The output folder as the user knows it. */
  readonly shown: string;
  /** Where the app writes. */
  readonly staged: StagedOutput;
  /** Whether the manifests are printed, and nothing is written. */
  readonly isPrinted: boolean;
  readonly terminal: Terminal;
}

/**
 * Runs the app: its build, where it has one, and the app itself where that fails. Where the verification refuses
 * what the app made, it runs once more, with the lines of the user's source. The words of the last run are shown.
 */
export async function runToTheEnd(work: SynthWork): Promise<AppRun> {
  const { app, staged, terminal } = work;
  const command = appCommand(app, terminal.cwd);
  const isTraced = Boolean(terminal.env.DRYDOCK_TRACE);
  const isRefused = (): boolean => tryReadAppReport(staged.report)?.isRefused === true;
  const build = isTraced ? undefined : AppBuild.tryMake(command, terminal.cwd);
  const isHeld = (stream: 'out' | 'err'): boolean =>
    build !== undefined || (stream === 'err' && !isTraced && isRefused());
  const run = await runOnce(work, build?.command ?? command, isHeld);
  const isFailed = run.exitCode !== 0 && run.signal === undefined;
  const isAgain = isFailed && (build !== undefined || (!isTraced && isRefused()));
  if (!isAgain) return said(run, work);
  const trace: Record<string, string> = isRefused() ? { DRYDOCK_TRACE: '1' } : {};
  staged.clear();
  const again = await runOnce(work, command, stream => stream === 'err' && isRefused(), trace);
  if (again.exitCode === 0) build?.reject();
  return said(again, work);
}

/** Says what an app had to say; a refusal once, and as it is, where it failed of it. */
function said(run: AppRun, { staged, terminal }: SynthWork): AppRun {
  const refusal = run.exitCode === 0 ? undefined : tryReadAppReport(staged.report)?.refusal;
  run.release(refusal === undefined ? undefined : text => withoutError(text, refusal));
  if (refusal !== undefined) terminal.err(`${refusal}\n`);
  return run;
}

function runOnce(
  { folder, staged, isPrinted, terminal }: SynthWork,
  command: AppCommand,
  isHeld: (stream: 'out' | 'err') => boolean,
  env: Readonly<Record<string, string>> = {},
): Promise<AppRun> {
  return runApp(
    command,
    {
      env: {
        ...cacheVariables(terminal),
        ...env,
        CDK8S_OUTDIR: staged.folder,
        DRYDOCK_OUTPUT: isPrinted ? '' : folder,
        DRYDOCK_REPORT: staged.report,
      },
      out: text => (isPrinted ? terminal.err(text) : terminal.out(text)),
      isHeld,
    },
    terminal,
  );
}

/** Node keeps what it compiled from version 22 on. */
function cacheVariables({ cwd, env }: Terminal): Readonly<Record<string, string>> {
  const packages = tryUpwards('node_modules', cwd);
  if (packages === undefined || env.NODE_COMPILE_CACHE !== undefined) return {};
  return { NODE_COMPILE_CACHE: join(packages, '.cache', 'cdk8s-drydock', 'compiled') };
}
