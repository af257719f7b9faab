import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { transformSync } from '@swc/core';
import { inTurns } from './turns';

/** A way to synthesize the small app, from the command line. */
export interface StartRun {
  readonly name: string;
  /** Milliseconds from the start of the program to its end, round by round. */
  readonly times: readonly number[];
}

/** What is compared: each of ours, what it is held against, and what of that it may take. */
export const START_TARGETS = [
  { ours: '`drydock synth`, TypeScript, changed', theirs: '`cdk8s synth`, ts-node', target: 0.2 },
  { ours: '`drydock synth`, TypeScript', theirs: '`cdk8s synth`, ts-node', target: 0.15 },
  { ours: '`drydock synth`, compiled', theirs: '`cdk8s synth`, ts-node', target: 0.15 },
  { ours: '`drydock synth`, TypeScript', theirs: '`cdk8s synth`, tsx', target: 0.2 },
  { ours: '`drydock synth`, compiled', theirs: '`cdk8s synth`, compiled', target: 0.45 },
] as const;

const APP = `
  import { Chart } from 'cdk8s';
  import { App } from 'PACKAGE';
  import { ConfigMap, Deployment, Service } from 'cdk8s-plus-28';

  const app = new App();
  const chart = new Chart(app, 'web', { namespace: 'shop' });
  new ConfigMap(chart, 'settings', { data: { mode: 'fast' } });
  const web = new Deployment(chart, 'web', { containers: [{ image: 'shop/web:1', portNumber: 8080 }] });
  new Service(chart, 'service', { ports: [{ port: 80, targetPort: 8080 }], selector: web });
  app.synth();
`;

/** How each program is told to run the app: `ts-node` is what `cdk8s init` writes. */
const COMMANDS = {
  cdk8s: { 'ts-node': 'npx ts-node main.ts', tsx: 'npx tsx main.ts', compiled: 'node main.js' },
  drydock: { TypeScript: 'npx tsx main.ts', compiled: 'node main.js' },
} as const;

/** What `cdk8s init` has a project compiled with. */
const TEMPLATE = { compilerOptions: { module: 'CommonJS', target: 'ES2017', lib: ['es2016'], strict: true } };

/**
 * Synthesizes an app of three objects from the command line, with both programs, from TypeScript and compiled. The
 * apps differ in the package that `App` is of, and must write the same.
 *
 * @throws Error when a program fails, or the outputs differ.
 */
export function measureStarts(rounds: number): StartRun[] {
  const root = dirname(require.resolve('cdk8s-drydock/package.json'));
  const place = join(root, 'build', 'bench-app');
  const programs = {
    cdk8s: [
      join(dirname(require.resolve('cdk8s-cli/package.json')), 'bin', 'cdk8s'),
      '--check-upgrade',
      'false',
    ],
    drydock: [join(root, 'build', 'lib', 'cli', 'main.js')],
  };
  try {
    writeApp(join(place, 'cdk8s'), 'cdk8s');
    writeApp(join(place, 'drydock'), 'cdk8s-drydock');
    const runs = (['cdk8s', 'drydock'] as const).flatMap(name =>
      Object.entries(COMMANDS[name]).map(([language, command]) => ({
        name: `\`${name} synth\`, ${language}`,
        run: () => timeOf([...programs[name], 'synth', '--app', command], join(place, name)),
      })),
    );
    runs.push({
      name: '`drydock synth`, TypeScript, changed',
      run: () => {
        appendFileSync(join(place, 'drydock', 'main.ts'), '\n');
        return timeOf(
          [...programs.drydock, 'synth', '--app', COMMANDS.drydock.TypeScript],
          join(place, 'drydock'),
        );
      },
    });
    inTurns(
      1,
      runs.map(({ run }) => run),
    );
    const [theirs, ours] = ['cdk8s', 'drydock'].map(name =>
      readFileSync(join(place, name, 'dist', 'web.k8s.yaml'), 'utf8'),
    );
    if (theirs !== ours) throw new Error('the small app: the outputs differ');
    const times = inTurns(
      rounds,
      runs.map(({ run }) => run),
    );
    return runs.map(({ name }, at) => ({ name, times: times[at] ?? [] }));
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

function writeApp(folder: string, packageName: string): void {
  const source = APP.replace('PACKAGE', packageName);
  const { code } = transformSync(source, {
    jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
    module: { type: 'commonjs' },
  });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'main.ts'), source);
  writeFileSync(join(folder, 'main.js'), code);
  // The project's own one would lead to the sources.
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(TEMPLATE));
  writeFileSync(join(folder, 'cdk8s.yaml'), 'app: node main.js\n');
}

/** ts-node needs the compiler's API, which TypeScript 7 does not have; jsii, of cdk8s-cli, brings the version before. */
const compiler = require.resolve('typescript', { paths: [dirname(require.resolve('jsii/package.json'))] });

function timeOf(args: readonly string[], folder: string): number {
  // Without what tsx, which runs the benchmark, leaves for its children.
  const { PATH, HOME } = process.env;
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, {
    cwd: folder,
    env: { PATH, HOME, TS_NODE_COMPILER: compiler },
    encoding: 'utf8',
  });
  const taken = performance.now() - start;
  if (status !== 0) throw new Error(`${args[0]} ended with ${status}: ${stderr}`);
  return taken;
}
