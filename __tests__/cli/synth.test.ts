import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runCommandLine } from '../../lib/cli/command-line';
import { appThatWrites, RecordingTerminal, temporaryProject } from './temporary-project';

jest.setTimeout(120_000);

const APP = appThatWrites({ 'web.k8s.yaml': 'kind: A\n---\nkind: B\n', 'db.k8s.yaml': 'kind: C\n' });

async function synth(files: Record<string, string>, ...args: string[]) {
  const terminal = new RecordingTerminal(temporaryProject(files));
  const exitCode = await runCommandLine(['synth', ...args], '1.2.3', terminal);
  return { folder: terminal.cwd, exitCode, written: terminal.written, complained: terminal.complained };
}

describe('drydock synth', () => {
  it('runs the app of cdk8s.yaml, and says what it wrote', async () => {
    const { folder, exitCode, written, complained } = await synth({
      'cdk8s.yaml': 'app: node app.js\noutput: out\n',
      'app.js': APP,
    });
    expect({ exitCode, complained }).toEqual({ exitCode: 0, complained: '' });
    expect(written).toMatch(/^wrote 2 files with 3 objects to out in \d+\.\d s; not verified\n$/);
    expect(existsSync(join(folder, 'out', 'web.k8s.yaml'))).toBe(true);
  });

  it('writes to dist where nothing else is said', async () => {
    const { folder } = await synth({ 'cdk8s.yaml': 'app: node app.js\n', 'app.js': APP });
    expect(existsSync(join(folder, 'dist', 'web.k8s.yaml'))).toBe(true);
  });

  it('prefers its options to cdk8s.yaml', async () => {
    const { exitCode, written } = await synth(
      { 'cdk8s.yaml': 'app: node missing.js\noutput: out\n', 'app.js': APP },
      '--app',
      'node app.js',
      '--output',
      'there',
    );
    expect(exitCode).toBe(0);
    expect(written).toMatch(/ to there in /);
  });

  it('needs no cdk8s.yaml where the app is given', async () => {
    expect(await synth({ 'app.js': APP }, '--app=node app.js')).toMatchObject({ exitCode: 0 });
  });

  it('keeps what others have in the output folder, and says how much is older', async () => {
    const { folder, written } = await synth({
      'cdk8s.yaml': 'app: node app.js',
      'app.js': APP,
      'dist/former.k8s.yaml': 'kind: D\n',
      'dist/README.md': 'ours',
    });
    expect(written).toMatch(/^wrote 2 files with 3 objects .* \(1 older file left there\); not verified\n$/);
    expect(readFileSync(join(folder, 'dist', 'former.k8s.yaml'), 'utf8')).toBe('kind: D\n');
    expect(existsSync(join(folder, 'dist', 'README.md'))).toBe(true);
  });

  it('passes the exit code of a failed app on, and leaves what was there', async () => {
    const { folder, exitCode, written, complained } = await synth({
      'cdk8s.yaml': 'app: node app.js',
      'app.js': 'process.exit(7)',
      'dist/former.k8s.yaml': 'kind: D\n',
    });
    expect({ exitCode, written }).toEqual({ exitCode: 7, written: '' });
    expect(complained).toBe('drydock: the app failed with exit code 7: node app.js; dist is as it was\n');
    expect(existsSync(join(folder, 'dist', 'former.k8s.yaml'))).toBe(true);
  });

  it('deletes what a former synth wrote and this one has no longer', async () => {
    const files = { 'cdk8s.yaml': 'app: node app.js', 'app.js': APP };
    const { folder } = await synth(files);
    writeFileSync(join(folder, 'app.js'), appThatWrites({ 'web.k8s.yaml': 'kind: E\n' }));
    const terminal = new RecordingTerminal(folder);
    await runCommandLine(['synth'], '1.2.3', terminal);
    expect(readdirSync(join(folder, 'dist')).sort()).toEqual(['.drydock-files', 'web.k8s.yaml']);
    expect(terminal.written).toMatch(/^wrote 1 file with 1 object to dist in \d+\.\d s; not verified\n$/);
  });

  it('changes nothing where the app fails after it wrote', async () => {
    const { folder, complained } = await synth({
      'cdk8s.yaml': 'app: node app.js',
      'app.js': `${APP};process.exit(1)`,
      'dist/web.k8s.yaml': 'kind: Old\n',
    });
    expect(complained).toMatch(/; dist is as it was\n$/);
    expect(readdirSync(join(folder, 'dist'))).toEqual(['web.k8s.yaml']);
    expect(readFileSync(join(folder, 'dist', 'web.k8s.yaml'), 'utf8')).toBe('kind: Old\n');
  });

  it('restores the output that a killed synth left beside the folder, before the app runs', async () => {
    const { folder, complained } = await synth({
      'cdk8s.yaml': 'app: node app.js',
      'app.js': "if (!require('node:fs').existsSync('dist/web.k8s.yaml')) process.exit(9); process.exit(1)",
      '.dist.previous/web.k8s.yaml': 'kind: Old\n',
    });
    expect(complained).toMatch(/^drydock: the app failed with exit code 1: /);
    expect(readdirSync(folder).sort()).toEqual(['app.js', 'cdk8s.yaml', 'dist']);
  });

  it('says what an app wrote that has a folder of its own', async () => {
    const { exitCode, written } = await synth(
      { 'app.js': APP.replaceAll('process.env.CDK8S_OUTDIR', "'dist'") },
      '--app=node app.js',
    );
    expect(exitCode).toBe(0);
    expect(written).toMatch(/^wrote 2 files with 3 objects to dist in /);
  });

  it('tells without a stack trace why the output cannot be written', async () => {
    const { folder, exitCode, complained } = await synth({
      'cdk8s.yaml': 'app: node app.js',
      'app.js': appThatWrites({ 'kustomization.yaml': 'resources: []' }),
      'dist/kustomization.yaml': 'mine',
    });
    expect(exitCode).toBe(1);
    expect(complained).toMatch(
      /^drydock: .+dist: kustomization\.yaml was not written by Drydock.+; fix: [^\n]+\n$/,
    );
    expect(readFileSync(join(folder, 'dist', 'kustomization.yaml'), 'utf8')).toBe('mine');
  });

  it('leaves nothing among the temporary files', async () => {
    const app = "require('node:fs').writeFileSync('where', process.env.DRYDOCK_REPORT);";
    const { folder } = await synth({ 'app.js': `${app}${APP}` }, '--app=node app.js');
    const report = readFileSync(join(folder, 'where'), 'utf8');
    expect(report).toMatch(/drydock-synth-\w+.report$/);
    expect(existsSync(dirname(report))).toBe(false);
  });

  it('names the signal that ended the app', async () => {
    const { exitCode, complained } = await synth({}, '--app', 'kill -TERM $$');
    expect(exitCode).toBe(143);
    expect(complained).toMatch(/the app was ended by SIGTERM/);
  });

  it('fails where the app wrote nothing', async () => {
    const { exitCode, complained } = await synth({ 'app.js': '' }, '--app', 'node app.js');
    expect(exitCode).toBe(1);
    expect(complained).toMatch(/wrote no YAML file to dist; fix: call app\.synth\(\)/);
  });

  it.each<[string, Record<string, string>, RegExp]>([
    ['missing', {}, /^drydock: cdk8s\.yaml: not found in .+; fix: write 'app: /],
    ['without an app', { 'cdk8s.yaml': 'output: out' }, /^drydock: cdk8s\.yaml: does not say which 'app'/],
    ['malformed', { 'cdk8s.yaml': 'app: [' }, /^drydock: cdk8s\.yaml:1:\d+: .+; fix: /],
  ])('calls a cdk8s.yaml that is %s a usage error', async (_, files, complaint) => {
    const { exitCode, written, complained } = await synth(files);
    expect({ exitCode, written }).toEqual({ exitCode: 2, written: '' });
    expect(complained).toMatch(complaint);
    expect(complained).not.toMatch(/^ {4}at /m);
  });
});
