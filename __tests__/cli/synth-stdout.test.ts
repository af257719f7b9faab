import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runCommandLine } from '../../lib/cli/command-line';
import { appThatWrites, RecordingTerminal, temporaryProject } from './temporary-project';

jest.setTimeout(120_000);

async function print(app: string, ...args: string[]) {
  const terminal = new RecordingTerminal(
    temporaryProject({ 'cdk8s.yaml': 'app: node app.js\noutput: out\n', 'app.js': app }),
  );
  const exitCode = await runCommandLine(['synth', '--stdout', ...args], '1.2.3', terminal);
  return { folder: terminal.cwd, exitCode, written: terminal.written, complained: terminal.complained };
}

describe('drydock synth --stdout', () => {
  it('prints the manifests by path as one stream, and writes nothing', async () => {
    const { folder, exitCode, written, complained } = await print(
      appThatWrites({
        '0001-b.k8s.yaml': '---\nkind: B\n---\nkind: C\n',
        '0000-a.k8s.yaml': 'kind: A',
        '0002-c.k8s.yaml': 'kind: D\n',
        '0003-nothing.k8s.yaml': '',
        'kustomization.yaml': 'resources: []\n',
        'construct-metadata.json': '{}',
      }),
    );
    expect(exitCode).toBe(0);
    expect(written).toBe('kind: A\n---\nkind: B\n---\nkind: C\n---\nkind: D\n');
    expect(complained).toMatch(/^printed 5 files with 4 objects in \d+\.\d s; not verified\n$/);
    expect(existsSync(join(folder, 'out'))).toBe(false);
  });

  it("keeps the app's own lines out of the manifests", async () => {
    const { written, complained } = await print(
      `console.log('from the app');${appThatWrites({ 'a.yaml': 'kind: A\n' })}`,
    );
    expect(written).toBe('kind: A\n');
    expect(complained).toMatch(/^from the app\nprinted /);
  });

  it('prints nothing where the app fails', async () => {
    const { exitCode, written, complained } = await print(
      `${appThatWrites({ 'a.yaml': 'kind: A\n' })};throw 1`,
    );
    expect({ exitCode, written }).toEqual({ exitCode: 1, written: '' });
    expect(complained).toMatch(/drydock: the app failed with exit code 1: node app\.js\n$/);
  });

  it('excludes --output', async () => {
    const { exitCode, complained } = await print('', '--output', 'there');
    expect(exitCode).toBe(2);
    expect(complained).toBe(
      "drydock: '--output' and '--stdout' exclude each other; fix: leave one of them out\n",
    );
  });
});
