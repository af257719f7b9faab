import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommandLine } from '../../lib/cli/command-line';
import { RecordingTerminal, temporaryProject } from './temporary-project';
import { GOOD, REFUSED, RISKY, verifyRun } from './verify-run';

describe('drydock verify', () => {
  it('ends well where there is nothing to say', async () => {
    const { exitCode, written, complained } = await verifyRun(
      { 'a.yaml': `${GOOD}---\n${GOOD.replace('good', 'better')}` },
      'a.yaml',
    );
    expect({ exitCode, complained }).toEqual({ exitCode: 0, complained: '' });
    expect(written).toBe('no findings in 2 objects; Kubernetes 1.28\n');
  });

  it('shows each finding below its object, with the line and a caret', async () => {
    const { exitCode, written } = await verifyRun({ 'dist/a.yaml': `${GOOD}---\n${REFUSED}` }, 'dist');
    expect(exitCode).toBe(1);
    const [object, name, nameAt, nameLine, caret] = written.split('\n');
    expect(object).toBe('Service shop/Web (dist/a.yaml)');
    expect(name).toMatch(/^ {2}rejected: metadata\.name must be .+ \[api\]$/);
    expect(nameAt).toBe('    dist/a.yaml:8:9');
    expect(nameLine).toBe('    8 |   name: Web');
    expect(caret).toBe(`${' '.repeat(nameLine?.indexOf('Web') ?? 0)}^`);
    expect(written).toMatch(/\n {4}dist\/a\.yaml:12:13\n/);
    expect(written).toMatch(/\n\d findings in 2 objects: \d rejected; Kubernetes 1\.28\n$/);
  });

  it('puts back an output that a killed synth left beside its folder', async () => {
    const { exitCode, written } = await verifyRun({ '.dist.previous/a.yaml': GOOD }, 'dist');
    expect({ exitCode, written }).toEqual({
      exitCode: 0,
      written: 'no findings in 1 object; Kubernetes 1.28\n',
    });
  });

  it('reads folders and files together, and what a program writes to it', async () => {
    const { written } = await verifyRun(
      { 'a/b/c.yaml': GOOD, 'd.json': '{"apiVersion":"v1","kind":"Namespace","metadata":{"name":"e"}}' },
      'a',
      'd.json',
    );
    expect(written).toMatch(/^no findings in 2 objects;/);
    const main = join(__dirname, '..', '..', 'lib', 'cli', 'main.ts');
    const { status, stdout } = spawnSync(
      process.execPath,
      ['--import', require.resolve('tsx'), main, 'verify', '-'],
      {
        input: REFUSED,
        encoding: 'utf8',
      },
    );
    expect(status).toBe(1);
    expect(stdout).toMatch(/^Service shop\/Web \(-\)\n/);
  });

  it('stops quietly where nobody reads on', () => {
    const folder = temporaryProject({ 'a.yaml': `${REFUSED}---\n`.repeat(2000) });
    const main = join(__dirname, '..', '..', 'lib', 'cli', 'main.ts');
    const { stderr } = spawnSync(
      'sh',
      [
        '-c',
        '"$0" --import "$1" "$2" verify a.yaml | head -1',
        process.execPath,
        require.resolve('tsx'),
        main,
      ],
      { cwd: folder, encoding: 'utf8' },
    );
    expect(stderr).toBe('');
  });

  it.each([
    [['--kubernetes-version', '1.36'], /; Kubernetes 1\.36\n$/],
    [['--kubernetes-version', 'v1.30.2'], /; Kubernetes 1\.30\n$/],
    [
      ['--kubernetes-version', '1.28,1.31', '--kubernetes-version', '1.36'],
      /; Kubernetes 1\.28, 1\.31, 1\.36\n$/,
    ],
  ])('asks the servers of the versions that are named: %j', async (args, summary) => {
    expect((await verifyRun({ 'a.yaml': GOOD }, 'a.yaml', ...args)).written).toMatch(summary);
  });

  it('says which versions a finding is of, where it is not of all', async () => {
    const cron = 'apiVersion: policy/v1beta1\nkind: PodDisruptionBudget\nmetadata: {name: a}\n';
    const flow =
      'apiVersion: flowcontrol.apiserver.k8s.io/v1beta2\nkind: PriorityLevelConfiguration\nmetadata: {name: a}\n';
    const { written } = await verifyRun(
      { 'a.yaml': `${cron}---\n${flow}` },
      'a.yaml',
      '--kubernetes-version=1.28,1.30',
    );
    expect(written).toMatch(/PodDisruptionBudget a[\s\S]*rejected: apiVersion [^(\n]+ \[/);
    expect(written).toMatch(
      /PriorityLevelConfiguration a[\s\S]*rejected: apiVersion .*\(Kubernetes 1\.30\) \[/,
    );
  });

  it('fails on risks where it is asked to', async () => {
    expect(await verifyRun({ 'a.yaml': RISKY }, 'a.yaml')).toMatchObject({
      exitCode: 0,
      written: expect.stringMatching(/risky: data is overridden[\s\S]*1 finding in 1 object: 1 risky;/),
    });
    expect(await verifyRun({ 'a.yaml': RISKY }, 'a.yaml', '--strict')).toMatchObject({ exitCode: 1 });
  });

  it('names what it could not read, judges the rest, and ends with 2', async () => {
    const { exitCode, written, complained } = await verifyRun(
      { 'a.yaml': REFUSED },
      'nowhere.yaml',
      'a.yaml',
    );
    expect(exitCode).toBe(2);
    expect(complained).toBe('drydock: nowhere.yaml: does not exist; fix: correct the path\n');
    expect(written).toMatch(/findings in 1 object: \d rejected; 1 file not read; Kubernetes/);
  });

  it('goes on after a document that cannot be parsed, and ends with 1', async () => {
    const { exitCode, written } = await verifyRun({ 'a.yaml': `a: [\n---\n${GOOD}` }, 'a.yaml');
    expect(exitCode).toBe(1);
    expect(written).toMatch(
      /^a document without kind and name \(a\.yaml\)\n {2}rejected: is no YAML: a bracket is not closed/,
    );
    expect(written).toMatch(/1 finding in 1 object: 1 rejected;/);
  });

  it('judges custom resources by definitions that are elsewhere', async () => {
    const crd = `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: widgets.example.com}
spec:
  group: example.com
  scope: Namespaced
  names: {plural: widgets, singular: widget, kind: Widget, listKind: WidgetList}
  versions:
    - name: v1
      served: true
      storage: true
      schema:
        openAPIV3Schema:
          type: object
          properties: {spec: {type: object, properties: {size: {type: integer}}}}
`;
    const widget = 'apiVersion: example.com/v1\nkind: Widget\nmetadata: {name: a}\nspec: {size: big}\n';
    const files = { 'a.yaml': widget, 'crds/b.yaml': crd };
    expect(await verifyRun(files, 'a.yaml')).toMatchObject({
      exitCode: 0,
      written: expect.stringMatching(
        /not verified in full: 1 object, Widget of example\.com\/v1: its definition/,
      ),
    });
    expect(await verifyRun(files, 'a.yaml', '--crds', 'crds')).toMatchObject({
      exitCode: 1,
      written: expect.stringMatching(/rejected: spec\.size [\s\S]* 1 object: 1 rejected/),
    });
  });

  it.each<[string, string[], RegExp]>([
    ['nothing', [], /^drydock: missing required argument 'path'/],
    [
      'a version that is none',
      ['a.yaml', '--kubernetes-version', '1.99'],
      /^drydock: '1\.99' is no version .* 1\.28 to 1\.\d+/,
    ],
    [
      'a format that is none',
      ['a.yaml', '--format', 'xml'],
      /^drydock: option '--format <format>' argument 'xml' is invalid/,
    ],
    ['a file without manifests', ['empty.yaml'], /^drydock: empty\.yaml: holds no manifest; fix: /],
    ['a folder without manifests', ['empty'], /^drydock: empty: holds no YAML or JSON; fix: /],
    [
      'a configuration that is not there',
      ['a.yaml', '--config', 'b.yaml'],
      /^drydock: b\.yaml: cannot be read \(ENOENT\)/,
    ],
    [
      'a former state that is none',
      ['a.yaml', '--before', 'nowhere'],
      /^drydock: nowhere: is no folder, and no commit/,
    ],
  ])('calls %s a usage error', async (_, args, complaint) => {
    const { exitCode, complained } = await verifyRun(
      { 'a.yaml': GOOD, 'empty.yaml': '# nothing\n', 'empty/a.txt': '' },
      ...args,
    );
    expect(exitCode).toBe(2);
    expect(complained).toMatch(complaint);
    expect(complained).toMatch(/fix: /);
  });
});

describe('drydock verify --format json', () => {
  it('is one object with places, levels and counts', async () => {
    const { exitCode, written } = await verifyRun(
      { 'a.yaml': `${GOOD}---\n${REFUSED}` },
      'a.yaml',
      'nowhere',
      '--format=json',
    );
    expect(exitCode).toBe(2);
    const report = JSON.parse(written);
    expect(report).toMatchObject({
      kubernetesVersions: ['1.28'],
      waived: [],
      unusedWaivers: [],
      unreadable: [{ file: 'nowhere' }],
      summary: { objects: 2, exitCode: 2, findings: { broken: 0, risky: 0 } },
    });
    expect(report.findings[0]).toEqual({
      rule: 'api',
      level: 'rejected',
      object: { apiVersion: 'v1', kind: 'Service', namespace: 'shop', name: 'Web', index: 1 },
      path: 'metadata.name',
      errorType: 'FieldValueInvalid',
      value: 'Web',
      message: expect.any(String),
      fix: expect.any(String),
      versions: ['1.28'],
      file: 'a.yaml',
      line: 8,
      column: 9,
      source: '  name: Web',
    });
  });
});

describe('progress', () => {
  /** Goes back to the beginning of the line, and writes over it. */
  const line = (text: string) => `\r\u001b[K${text}`;

  async function complaints(errIsTerminal: boolean): Promise<string> {
    const folder = temporaryProject({ 'a.yaml': GOOD });
    const terminal = new RecordingTerminal(folder);
    terminal.errIsTerminal = errIsTerminal;
    const real = Date.now;
    let now = 0;
    // Every look at the clock is a second later: a long run.
    Date.now = () => (now += 1000);
    try {
      await runCommandLine(['verify', 'a.yaml'], '1.2.3', terminal);
    } finally {
      Date.now = real;
    }
    return terminal.complained;
  }

  it('is shown in one line, and taken away, where a person looks on', async () => {
    expect(await complaints(true)).toBe(
      `${line('reading file 1')}${line('judging documents: 1')}${line('')}`,
    );
  });

  it('is not shown to a program', async () => {
    expect(await complaints(false)).toBe('');
  });
});

it('finds the configuration above the working folder', async () => {
  const folder = temporaryProject({ 'deep/er/a.yaml': RISKY });
  writeFileSync(join(folder, 'drydock.yaml'), 'ignore: [{ rule: merge-order, reason: known }]\n');
  const terminal = new RecordingTerminal(join(folder, 'deep/er'));
  expect(await runCommandLine(['verify', 'a.yaml', '--strict'], '1.2.3', terminal)).toBe(0);
  expect(terminal.written).toBe('no findings in 1 object; 1 waived; Kubernetes 1.28\n');
});
