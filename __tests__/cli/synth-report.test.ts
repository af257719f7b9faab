import { join } from 'node:path';
import { tryReadAppReport } from '../../lib/cli/app-report';
import { runCommandLine } from '../../lib/cli/command-line';
import { appThatWrites, RecordingTerminal, temporaryProject } from './temporary-project';

jest.setTimeout(120_000);

/** Adds a line to the report, as the App of the library does. */
const reports = (line: object): string =>
  `require('node:fs').appendFileSync(process.env.DRYDOCK_REPORT, ${JSON.stringify(`${JSON.stringify(line)}\n`)});`;

async function synth(app: string, env: Record<string, string> = {}) {
  const terminal = Object.assign(new RecordingTerminal(temporaryProject({ 'app.js': app })), {
    env: { ...process.env, ...env },
  });
  const exitCode = await runCommandLine(['synth', '--app', 'node app.js'], '1.2.3', terminal);
  return { exitCode, written: terminal.written, complained: terminal.complained };
}

describe('what an app reports', () => {
  const written = appThatWrites({ 'a.k8s.yaml': 'kind: A\n' });

  it('is the number of objects and findings', async () => {
    const line = { objects: 7, findings: { rejected: 0, broken: 0, risky: 2 }, outdir: 'x' };
    expect(await synth(reports(line) + written)).toMatchObject({
      exitCode: 0,
      written: expect.stringMatching(
        /^wrote 1 file with 7 objects to dist in \d+\.\d s; 2 risky findings\n$/,
      ),
    });
  });

  it('is that nothing was found', async () => {
    const { written: said } = await synth(reports({ objects: 1, findings: { risky: 0 } }) + written);
    expect(said).toMatch(/ s; no findings\n$/);
  });

  it('is that nothing was verified', async () => {
    const { written: said } = await synth(reports({ objects: 1 }) + written);
    expect(said).toMatch(/ s; not verified\n$/);
  });

  it('is added up', () => {
    const folder = temporaryProject({
      report: `${JSON.stringify({ objects: 1, findings: { risky: 1 }, outdir: 'a' })}\n{"objects":2,"findings":{"risky":3},"outdir":"b"}\n{"obj`,
    });
    expect(tryReadAppReport(join(folder, 'report'))).toEqual({
      objects: 3,
      findings: { risky: 4 },
      folders: ['a', 'b'],
      isRefused: false,
    });
    expect(tryReadAppReport(join(folder, 'missing'))).toBeUndefined();
  });

  it('runs the app once more with the lines of the source where it was refused, and shows those alone', async () => {
    const refused = `${reports({ failed: 'verification' })}
      console.error(process.env.DRYDOCK_TRACE === '1' ? 'found at main.ts:3' : 'found');
      process.exit(1);`;
    const { exitCode, written: said, complained } = await synth(refused);
    expect({ exitCode, said }).toEqual({ exitCode: 1, said: '' });
    expect(complained).toBe('found at main.ts:3\ndrydock: the verification refused what the app made\n');
  });

  it('is why it was refused, which is said once, and without what Node says around it', async () => {
    const { complained } = await synth(
      `${reports({ failed: 'verification', message: 'found a\n\nand b' })}
      console.error('said before');
      const stack = 'VerificationError: found a\\n\\nand b';
      throw Object.assign(new Error(), { stack });`,
    );
    expect(complained).toBe(
      'said before\nfound a\n\nand b\ndrydock: the verification refused what the app made\n',
    );
  });

  it('does not run it again where the lines are there already', async () => {
    const { complained } = await synth(
      `${reports({ failed: 'verification' })}console.error('found');process.exit(1);`,
      { DRYDOCK_TRACE: '1' },
    );
    expect(complained).toBe('found\ndrydock: the verification refused what the app made\n');
  });
});
