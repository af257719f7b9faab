import { relative, resolve } from 'node:path';
import { type AppRun, runApp } from '../app-run';
import { changeBetween, type FolderChange, folderState } from '../output-folder';
import { PROJECT_FILE, tryReadProjectFile } from '../project-file';
import type { Terminal } from '../terminal';
import { UsageError } from '../usage-error';

/** The options of `drydock synth`. */
export interface SynthOptions {
  /**
   * The command that runs the app.
   *
   * @default `app` of cdk8s.yaml
   */
  readonly app?: string;

  /**
   * The folder that the app writes to.
   *
   * @default `output` of cdk8s.yaml, else `dist`
   */
  readonly output?: string;
}

/**
 * Runs the app of a project, and says what it wrote. Nothing in the output folder is deleted, so that an app
 * that fails leaves what was there.
 *
 * @returns the exit code: the app's, or 1 where the app ended well and there is no YAML file in the folder.
 * @throws UsageError when there is no command to run, or cdk8s.yaml is not what it should be.
 */
export async function synth(options: SynthOptions, terminal: Terminal): Promise<number> {
  const { app, output } = settled(options, terminal.cwd);
  const folder = resolve(terminal.cwd, output);
  const before = folderState(folder);
  const start = performance.now();
  const run = await runApp(app, folder, terminal);
  if (run.exitCode !== 0) {
    terminal.err(`drydock: the app ${ending(run)}: ${app}\n`);
    return run.exitCode;
  }
  const after = folderState(folder);
  const shown = relative(terminal.cwd, folder) || '.';
  if (after.size === 0) {
    terminal.err(
      `drydock: the app wrote no YAML file to ${shown}; fix: call app.synth(), and give the App no 'outdir' of its own\n`,
    );
    return 1;
  }
  terminal.out(`${summary(changeBetween(before, after), shown, performance.now() - start)}\n`);
  return 0;
}

function settled(options: SynthOptions, folder: string): Required<SynthOptions> {
  const project = options.app && options.output ? undefined : tryReadProjectFile(folder);
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

function ending({ exitCode, signal }: AppRun): string {
  return signal ? `was ended by ${signal}` : `failed with exit code ${exitCode}`;
}

function summary({ files, objects, older }: FolderChange, folder: string, milliseconds: number): string {
  const left = older > 0 ? ` (${counted(older, 'older file')} left there)` : '';
  const seconds = (milliseconds / 1000).toFixed(1);
  return `wrote ${counted(files, 'file')} with ${counted(objects, 'object')} to ${folder} in ${seconds} s${left}`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
