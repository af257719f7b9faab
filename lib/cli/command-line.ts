import { Command, CommanderError, Option } from 'commander';
import type { KubernetesVersion } from '../kubernetes/kubernetes-version';
import type { SynthOptions } from './commands/synth';
import type { VerifyCommandOptions } from './commands/verify';
import { REPORT_FORMATS } from './reporters/reporters';
import type { Terminal } from './terminal';
import { USAGE_EXIT_CODE, UsageError } from './usage-error';

/**
 * Runs the command that the arguments name.
 *
 * @param args the arguments after the program's name.
 * @param version what `--version` prints.
 * @returns the exit code: that of the command, or 2 when it was called wrongly.
 */
export async function runCommandLine(
  args: readonly string[],
  version: string,
  terminal: Terminal,
): Promise<number> {
  let exitCode = 0;
  const program = new Command('drydock')
    .description('Kubernetes stacks on cdk8s that a real API server accepts')
    .version(version, '--version', 'print the version')
    .helpOption('--help', 'print what a command takes')
    .exitOverride()
    .configureOutput({
      writeOut: text => terminal.out(text),
      writeErr: text => terminal.err(text),
      outputError: (text, write) => write(text.replace(/^error: /, 'drydock: ')),
    })
    .showHelpAfterError('fix: drydock --help lists what there is');

  program
    .command('synth')
    .description('run the app of cdk8s.yaml, and write its manifests: all of them or, where it fails, none')
    .option('--app <command>', "the command that runs the app (default: 'app' of cdk8s.yaml)", nonEmpty)
    .option('--output <folder>', "where to write (default: 'output' of cdk8s.yaml, else dist)", nonEmpty)
    .option('--stdout', 'print the manifests, and write nothing')
    .action(async (options: SynthOptions) => {
      const { synth } = require('./commands/synth') as typeof import('./commands/synth');
      exitCode = await synth(options, terminal);
    });

  program
    .command('verify')
    .description('judge manifests as the API server does, without one; updates too, against a former state')
    .argument('<path...>', 'files, folders, or - for standard input')
    .option(
      '--kubernetes-version <version>',
      'the version of the API server; may be given again, or be a list: 1.30,1.31',
      (text: string, before: KubernetesVersion[] = []) => [...before, ...verifyModule().versionsIn(text)],
    )
    .addOption(
      new Option('--format <format>', 'how the report is written').choices(REPORT_FORMATS).default('text'),
    )
    .option('--strict', 'fail on what works and will be regretted, too')
    .option('--crds <path>', 'where definitions of custom resources are; may be given again', collect)
    .option('--external <path>', 'where manifests of what lives elsewhere are; may be given again', collect)
    .option('--closed', 'what is absent is missing: the manifests and what is external are everything')
    .option('--baseline <file>', 'accept the findings of a baseline, and report what is new', nonEmpty)
    .option('--write-baseline <file>', 'write what stands now as a baseline, and accept it', nonEmpty)
    .option('--before <state>', 'the former state to compare with: a folder, or a commit of git', nonEmpty)
    .option('--config <file>', 'the configuration (default: the nearest drydock.yaml upwards)', nonEmpty)
    .action((paths: string[], options: VerifyCommandOptions) => {
      exitCode = verifyModule().verifyCommand(paths, options, terminal, version);
    });

  program
    .command('explain')
    .description('say what a rule means, why it matters and what to do, or list all rules')
    .argument('[rule]', 'the id of a rule, as findings bear it')
    .action((rule: string | undefined) => {
      const { explainCommand } = require('./commands/explain') as typeof import('./commands/explain');
      exitCode = explainCommand(rule, terminal);
    });

  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    return exitCodeOf(error, terminal);
  }
  return exitCode;
}

/** A command is loaded when it is called: what one needs would double the time that the other takes to start. */
function verifyModule(): typeof import('./commands/verify') {
  return require('./commands/verify');
}

function collect(value: string, before: readonly string[] = []): string[] {
  return [...before, nonEmpty(value)];
}

function nonEmpty(value: string): string {
  if (value.trim() === '') throw new UsageError('an option is empty', 'give it a value, or leave it out');
  return value;
}

function exitCodeOf(error: unknown, terminal: Terminal): number {
  if (error instanceof UsageError) {
    terminal.err(`drydock: ${error.message}\n`);
    return USAGE_EXIT_CODE;
  }
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : USAGE_EXIT_CODE;
  throw error;
}
