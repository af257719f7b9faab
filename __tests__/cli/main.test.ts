import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { version } from '../../package.json';
import { appThatWrites, temporaryProject } from './temporary-project';

/** Runs the program itself in a folder, as a shell would. */
function drydock(cwd: string, ...args: string[]) {
  const main = join(__dirname, '..', '..', 'lib', 'cli', 'main.ts');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', require.resolve('tsx'), main, ...args],
    {
      cwd,
      encoding: 'utf8',
    },
  );
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

  it('exits with 2 and no stack trace where it was called wrongly', () => {
    const { status, stdout, stderr } = drydock(temporaryProject(), 'sync');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).not.toMatch(/^ {4}at /m);
  });
});
