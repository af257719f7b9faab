import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { AppBuild } from '../../lib/cli/app-build';
import { appCommand } from '../../lib/cli/app-command';
import { runCommandLine } from '../../lib/cli/command-line';
import { RecordingTerminal, temporaryProject } from './temporary-project';

jest.setTimeout(120_000);

const MAIN =
  "import { name } from './name';\nenum Size { S = 1 }\nconsole.log(name, Size.S, process.argv[2]);\n";
const NAME = "export const name: string = 'web';\n";

/** A project that has tsx. */
function project(files: Record<string, string>): string {
  const folder = temporaryProject(files);
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(dirname(require.resolve('tsx/package.json')), join(folder, 'node_modules', 'tsx'));
  return folder;
}

const make = (folder: string, command = 'npx tsx main.ts') =>
  AppBuild.tryMake(appCommand(command, folder), folder);

function run(build: AppBuild | undefined, cwd: string): string {
  const { program, args } = build?.command ?? { program: '', args: [] };
  return spawnSync(program, args, { cwd, encoding: 'utf8' }).stdout;
}

describe('the build of an app', () => {
  it('does what the app does, with the arguments of the command', () => {
    const folder = project({ 'main.ts': MAIN, 'name.ts': NAME });
    expect(run(make(folder, 'npx ts-node main.ts prod'), folder)).toBe('web 1 prod\n');
  });

  it("finds the project's own package", () => {
    const folder = project({
      'main.ts': "import { name } from 'shop/name';\nconsole.log(name);\n",
      'name.js': "exports.name = 'own';\n",
      'package.json': '{"name": "shop", "exports": {"./name": "./name.js"}}',
    });
    expect(run(make(folder), folder)).toBe('own\n');
  });

  it('is kept as long as the sources and their settings are the same', () => {
    const folder = project({ 'main.ts': MAIN, 'name.ts': NAME });
    const build = (): string => make(folder)?.command.args[0] ?? '';
    const { ino } = statSync(build());
    expect(statSync(build()).ino).toBe(ino);
    writeFileSync(join(folder, 'tsconfig.json'), '{}');
    const settled = statSync(build()).ino;
    expect(settled).not.toBe(ino);
    writeFileSync(join(folder, 'name.ts'), "export const name = 'db';\n");
    expect(statSync(build()).ino).not.toBe(settled);
    expect(run(make(folder), folder)).toBe('db 1 undefined\n');
  });

  it.each<[string, Record<string, string>]>([
    ['tells its own folder', { 'main.ts': 'console.log(__dirname);' }],
    ['tells its own address', { 'main.ts': 'console.log(import.meta.url);' }],
    ['requires modules', { 'main.ts': "const fs = require('node:fs');" }],
    ['imports modules as it runs', { 'main.ts': "void import('node:fs');" }],
    ['reads the name of its program', { 'main.ts': 'console.log(process.argv[1]);' }],
    [
      'tells its own folder in another file',
      { 'main.ts': MAIN, 'name.ts': 'export const name = __dirname;' },
    ],
    ['is an ES module', { 'main.ts': MAIN, 'name.ts': NAME, 'package.json': '{"type": "module"}' }],
    [
      'has settings from elsewhere',
      { 'main.ts': NAME, 'tsconfig.json': '{"extends": "./base.json"}', 'base.json': '{}' },
    ],
    ['has an error', { 'main.ts': 'const a = ;' }],
    ['is not there', {}],
  ])('is none where the app %s', (_, files) => {
    const folder = project(files);
    expect(make(folder)).toBeUndefined();
    expect(make(folder)).toBeUndefined();
  });

  it('is none where the app imports from beside the project', () => {
    const above = temporaryProject({ 'name.ts': NAME });
    const folder = join(above, 'project');
    mkdirSync(join(folder, 'node_modules'), { recursive: true });
    symlinkSync(dirname(require.resolve('tsx/package.json')), join(folder, 'node_modules', 'tsx'));
    writeFileSync(join(folder, 'main.ts'), MAIN.replace('./name', '../name'));
    expect(make(folder)).toBeUndefined();
  });

  it.each(['node main.js', 'node --import tsx --no-warnings main.ts', 'tsx main.mts', 'make'])(
    'is none of a command that runs something else: %s',
    command => {
      expect(make(project({ 'main.ts': NAME }), command)).toBeUndefined();
    },
  );
});

describe('drydock synth of an app in TypeScript', () => {
  const synth = async (folder: string) => {
    const terminal = new RecordingTerminal(folder);
    const exitCode = await runCommandLine(['synth', '--app', 'npx tsx main.ts'], '1.2.3', terminal);
    return { exitCode, written: terminal.written, complained: terminal.complained };
  };
  const WRITES = `import { mkdirSync, writeFileSync } from 'node:fs';
    const folder: string = process.env.CDK8S_OUTDIR ?? '';
    mkdirSync(folder, { recursive: true });
    writeFileSync(folder + '/a.k8s.yaml', 'kind: A\\n');`;

  it('runs the build, and passes on what it says', async () => {
    const folder = project({ 'main.ts': `${WRITES} console.log('hello');` });
    expect(await synth(folder)).toEqual({
      exitCode: 0,
      written: expect.stringMatching(/^hello\nwrote 1 file with 1 object to dist /),
      complained: '',
    });
    expect(make(folder)).toBeDefined();
  });

  it('shows the error of the app once, with the line of its source', async () => {
    const folder = project({ 'main.ts': "interface A {}\n\nthrow new Error('too bad');\n" });
    const { exitCode, complained } = await synth(folder);
    expect(exitCode).toBe(1);
    expect(complained.match(/Error: too bad/g)).toHaveLength(1);
    expect(complained).toMatch(/main\.ts:3/);
  });

  it('does without the build from then on where the app fails as one', async () => {
    const folder = project({
      'main.ts': `if (new Error().stack?.includes('.cache')) process.exit(3);${WRITES}`,
    });
    expect(await synth(folder)).toMatchObject({ exitCode: 0, complained: '' });
    expect(readFileSync(join(folder, 'dist', 'a.k8s.yaml'), 'utf8')).toBe('kind: A\n');
    expect(make(folder)).toBeUndefined();
  });
});
