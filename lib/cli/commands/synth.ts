import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { OutputError, recoverOutput, writeOutput, writtenPaths } from '../../synth/write-output';
import { type AppReport, tryReadAppReport } from '../app-report';
import { type AppRun, secondsSince } from '../app-run';
import { changeBetween, type FolderState, folderState, isManifest } from '../output-folder';
import { tryReadPlainProjectFile } from '../plain-project-file';
import type { ProjectFile } from '../project-file';
import { StagedOutput } from '../staged-output';
import { print, type SynthResult, stagedResult, synthSummary } from '../synth-result';
import { runToTheEnd, type SynthWork } from '../synth-run';
import type { Terminal } from '../terminal';
import { UsageError } from '../usage-error';

const PROJECT_FILE = 'cdk8s.yaml';
const NO_OUTPUT_FIX = "call app.synth(), and give the App no 'outdir' of its own";

/** The options of `drydock synth`. */
export interface SynthOptions {
  /**
   * The command that runs the app.
   *
   * @default `app` of cdk8s.yaml
   */
  readonly app?: string;

  /**
   * The folder that the manifests are written to.
   *
   * @default `output` of cdk8s.yaml, else `dist`
   */
  readonly output?: string;

  /** Whether the manifests are printed, and nothing is written. @default false */
  readonly stdout?: boolean;
}

/**
 * Runs the app of a project, and says what it wrote. The output folder changes when all went well, and as a whole.
 *
 * @returns the exit code: the app's, or 1 where the app ended well and there is no output, or it cannot be written.
 * @throws UsageError when there is no command to run, or cdk8s.yaml is not what it should be.
 */
export async function synth(options: SynthOptions, terminal: Terminal): Promise<number> {
  if (options.stdout && options.output !== undefined) {
    throw new UsageError("'--output' and '--stdout' exclude each other", 'leave one of them out');
  }
  const { app, output } = settled(options, terminal.cwd);
  const folder = resolve(terminal.cwd, output);
  const staged = new StagedOutput(folder);
  const work: SynthWork = {
    app,
    folder,
    shown: relative(terminal.cwd, folder) || '.',
    staged,
    isPrinted: options.stdout === true,
    terminal,
  };
  try {
    return await perform(work);
  } catch (error) {
    const isOfSystem = error instanceof Error && 'syscall' in error;
    if (!isOfSystem && !(error instanceof OutputError)) throw error;
    terminal.err(`drydock: ${OutputError.of(folder, error).message}\n`);
    return 1;
  } finally {
    staged.delete();
  }
}

async function perform(work: SynthWork): Promise<number> {
  const { folder, shown, staged, isPrinted, terminal } = work;
  const start = performance.now();
  if (!isPrinted) recoverOutput(folder);
  const before = isPrinted ? new Map<string, string>() : folderState(folder);
  const run = await runToTheEnd(work);
  const report = tryReadAppReport(staged.report);
  if (run.exitCode !== 0) {
    terminal.err(`drydock: ${failure(work, run, report, before)}\n`);
    return run.exitCode;
  }
  const files = staged.files();
  if (isPrinted) print(files, terminal);
  else if (files.length > 0) writeOutput(folder, files);
  const result =
    files.length > 0 || isPrinted ? stagedResult(files) : writtenElsewhere(report, folder, before);
  if (result.files + result.older === 0) {
    terminal.err(`drydock: the app wrote no YAML file to ${shown}; fix: ${NO_OUTPUT_FIX}\n`);
    return 1;
  }
  const older = files.length > 0 && !isPrinted ? olderFiles(folder) : result.older;
  const summary = synthSummary(
    { ...result, older },
    report,
    isPrinted ? undefined : shown,
    secondsSince(start),
  );
  (isPrinted ? terminal.err : terminal.out).call(terminal, `${summary}\n`);
  return 0;
}

/** What an app wrote that heeds `outdir` of its own: our App says where, any other writes where it did before. */
function writtenElsewhere(report: AppReport | undefined, folder: string, before: FolderState): SynthResult {
  const files = report?.folders.flatMap(writtenPaths).filter(isManifest).length ?? 0;
  return files > 0 ? { files, objects: 0, older: 0 } : changeBetween(before, folderState(folder));
}

function olderFiles(folder: string): number {
  const written = new Set(writtenPaths(folder).map(path => join(folder, path)));
  return [...folderState(folder).keys()].filter(path => !written.has(path)).length;
}

function failure(work: SynthWork, run: AppRun, report: AppReport | undefined, before: FolderState): string {
  const { app, folder, shown, isPrinted } = work;
  const how = run.signal ? `was ended by ${run.signal}` : `failed with exit code ${run.exitCode}`;
  const what = report?.isRefused ? 'the verification refused what the app made' : `the app ${how}: ${app}`;
  if (isPrinted || !existsSync(folder)) return what;
  const isUntouched = changeBetween(before, folderState(folder)).files === 0;
  return isUntouched ? `${what}; ${shown} is as it was` : what;
}

function settled(options: SynthOptions, folder: string): { app: string; output: string } {
  const project = options.app && options.output ? undefined : projectFile(folder);
  const app = options.app ?? project?.app;
  if (app === undefined) {
    throw new UsageError(
      project
        ? `${PROJECT_FILE}: does not say which 'app' to run`
        : `${PROJECT_FILE}: not found in ${folder}`,
      `write 'app: node main.js' into ${PROJECT_FILE}, or run drydock synth --app 'node main.js'`,
    );
  }
  return { app, output: options.output ?? project?.output ?? 'dist' };
}

function projectFile(folder: string): ProjectFile | undefined {
  const plain = tryReadPlainProjectFile(folder, PROJECT_FILE);
  if (plain !== undefined) return plain;
  // Loaded where it is needed alone: the YAML reader takes longer to load than everything else here.
  const { tryReadProjectFile } = require('../project-file') as typeof import('../project-file');
  return tryReadProjectFile(folder);
}
