import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { version } from '../../package.json';
import { appThatWrites, temporaryProject } from './temporary-project';

/** What starts the program itself. */
const PROGRAM = [
  '--import',
  require.resolve('tsx'),
  join(__dirname, '..', '..', 'lib', 'cli', 'main.ts'),
] as const;

/** Runs the program in a folder, as a shell would. */
function drydock(cwd: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...PROGRAM, ...args], {
    cwd,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

describe('the program', () => {
  it('knows the version of its package from any folder', () => {
    expect(drydock(temporaryProject(), '--version')).toEqual({
      status: 0,
      stdout: `${version}\n`,
      stderr: '',
    });
  });

  it("synthesizes the project of its folder, the app's own lines first", () => {
    const app = `console.log('from the app');${appThatWrites({ 'a.yaml': 'kind: A' })}`;
    const folder = temporaryProject({ 'cdk8s.yaml': 'app: node app.js', 'app.js': app });
    expect(drydock(folder, 'synth')).toEqual({
      status: 0,
      stdout: expect.stringMatching(
        /^from the app\nwrote 1 file with 1 object to dist in \d+\.\d s; not verified\n$/,
      ),
      stderr: '',
    });
  });

  it('exits as the app does', () => {
    const folder = temporaryProject({ 'cdk8s.yaml': 'app: exit 3' });
    expect(drydock(folder, 'synth')).toMatchObject({ status: 3, stdout: '' });
  });

  it.each<[NodeJS.Signals, number]>([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ])('ends of %s with its app, and leaves nothing behind', async (signal, exitCode) => {
    const app =
      "require('node:fs').writeFileSync('where', process.env.DRYDOCK_REPORT); console.log('runs'); setInterval(() => {}, 1000);";
    const folder = temporaryProject({ 'cdk8s.yaml': 'app: node app.js', 'app.js': app });
    const program = spawn(process.execPath, [...PROGRAM, 'synth'], { cwd: folder });
    await once(program.stdout, 'data');
    const staged = dirname(readFileSync(join(folder, 'where'), 'utf8'));
    expect(existsSync(staged)).toBe(true);
    program.kill(signal);
    expect(await once(program, 'exit')).toEqual([exitCode, null]);
    expect(existsSync(staged)).toBe(false);
    expect(existsSync(join(folder, 'dist'))).toBe(false);
  });

  it('exits with 2 and no stack trace where it was called wrongly', () => {
    const { status, stdout, stderr } = drydock(temporaryProject(), 'sync');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).not.toMatch(/^ {4}at /m);
  });
});
