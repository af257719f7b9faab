import { runCommandLine } from '../../lib/cli/command-line';
import { RecordingTerminal, temporaryProject } from './temporary-project';

async function run(...args: string[]): Promise<RecordingTerminal & { exitCode: number }> {
  const terminal = new RecordingTerminal(temporaryProject());
  const exitCode = await runCommandLine(args, '1.2.3', terminal);
  return Object.assign(terminal, { exitCode });
}

describe('the command line', () => {
  it('prints its version', async () => {
    const { exitCode, written, complained } = await run('--version');
    expect({ exitCode, written, complained }).toEqual({ exitCode: 0, written: '1.2.3\n', complained: '' });
  });

  it('prints help on what it was asked for', async () => {
    const { exitCode, written, complained } = await run('--help');
    expect({ exitCode, complained }).toEqual({ exitCode: 0, complained: '' });
    expect(written).toMatch(/^ {2}synth /m);
  });

  it('prints help of a command', async () => {
    const { exitCode, written } = await run('synth', '--help');
    expect(exitCode).toBe(0);
    expect(written).toMatch(/--app <command>[\s\S]*--output <folder>/);
  });

  it('calls no command a usage error, and shows help', async () => {
    const { exitCode, written, complained } = await run();
    expect({ exitCode, written }).toEqual({ exitCode: 2, written: '' });
    expect(complained).toMatch(/^Usage: drydock/);
  });

  it.each([
    [['sync'], /^drydock: unknown command 'sync'\n.*synth/],
    [['--loud'], /^drydock: unknown option '--loud'/],
    [['synth', '--loud'], /^drydock: unknown option '--loud'/],
    [['synth', 'here'], /^drydock: too many arguments/],
    [['synth', '--app'], /^drydock: option '--app <command>' argument missing/],
    [['synth', '--app', ' '], /^drydock: an option is empty/],
  ])('answers %j with what is wrong, a fix and exit code 2', async (args, complaint) => {
    const { exitCode, written, complained } = await run(...args);
    expect({ exitCode, written }).toEqual({ exitCode: 2, written: '' });
    expect(complained).toMatch(complaint);
    expect(complained).toMatch(/fix: /);
    expect(complained).not.toMatch(/^ {4}at /m);
  });
});
