import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { pack } from '../../scripts/pack/pack';
import { load } from '../../scripts/pack/packed-loader';

/** A verifier in small: `first` is loaded for whatever it judges, `late` for what is not judged ahead. */
const SOURCES: Record<string, string> = {
  'lib/verify/index.ts': "export { verify } from './verify';\n",
  'lib/verify/log.ts': 'export const log: string[] = [];\n',
  'lib/verify/verify.ts': `import { log } from './log';
    export function verify(manifests: readonly string[]) {
      (require('./first') as typeof import('./first')).first();
      if (manifests[0] === 'late') (require('./late') as typeof import('./late')).late();
      return ['packed core', ...log];
    }`,
  'lib/verify/first.ts':
    "import { log } from './log'; export const first = () => log.push('packed first');\n",
  'lib/verify/late.ts': "import { log } from './log'; export const late = () => log.push('packed late');\n",
  'lib/index.ts': "export { verify } from './verify';\n",
  'lib/synth/environment/late-optimization.ts': 'export const optimizeLate = () => {};\n',
  'lib/cli/command-line.ts': "export const run = () => '';\n",
};

let root: string;
let output: string;
let ahead: string;

/** What a process prints that has the verifier judge something. */
function judged(what: string, ...options: string[]): unknown {
  const program = `const { verify } = require('./lib/verify');
    const { log } = require('./lib/verify/log.js');
    console.log(JSON.stringify([verify(['${what}']), log.length]));`;
  return JSON.parse(
    execFileSync(process.execPath, [...options, '-e', program], { cwd: output, encoding: 'utf8' }),
  );
}

/** What V8 says to the code of each script that is loaded, when something is judged. */
function refused(...options: string[]): unknown {
  const program = `const vm = require('node:vm');
    const answers = [];
    vm.Script = class extends vm.Script {
      constructor(...args) {
        super(...args);
        answers.push(this.cachedDataRejected);
      }
    };
    require('./lib/verify').verify(['late']);
    console.log(JSON.stringify(answers));`;
  return JSON.parse(
    execFileSync(process.execPath, [...options, '-e', program], { cwd: output, encoding: 'utf8' }),
  );
}

function aheadFile(end: RegExp): string {
  return join(ahead, readdirSync(ahead).find(file => end.test(file)) as string);
}

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'drydock-ahead-'));
  output = join(root, 'build');
  ahead = join(output, 'lib', 'packed', 'ahead');
  for (const [path, text] of Object.entries(SOURCES)) {
    for (const folder of [root, output]) mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  await pack(root, output);
  const env = { ...process.env, NODE_OPTIONS: '--max-old-space-size=1000' };
  execFileSync(process.execPath, [join(output, 'lib/packed/compile-ahead.js'), 'verifier'], { env });
  // What is loaded from the packed files says so from now on.
  const packed = join(output, 'lib', 'packed');
  for (const file of readdirSync(packed).filter(name => name.endsWith('.js'))) {
    const text = readFileSync(join(packed, file), 'utf8');
    writeFileSync(join(packed, file), text.replaceAll('packed ', 'single '));
  }
});

afterAll(() => rmSync(root, { recursive: true }));

test('what judging the first manifests takes is loaded as it was compiled', () => {
  expect(judged('first')).toEqual([['packed core', 'packed first'], 1]);
  expect(refused()).toEqual([false, false]);
});

test('anything else comes from its packed file, and shares the modules of the former', () => {
  expect(judged('late')).toEqual([['packed core', 'packed first', 'single late'], 2]);
});

test('where packed files were loaded before, there is no second copy', () => {
  const program = `const { log } = require('./lib/verify/log.js');
    log.push('mine');
    console.log(JSON.stringify(require('./lib/verify').verify(['first'])));`;
  const text = execFileSync(process.execPath, ['-e', program], { cwd: output, encoding: 'utf8' });
  expect(JSON.parse(text)).toEqual(['single core', 'mine', 'single first']);
});

test('a process with other flags of V8 loads packed files, and so does one of another Node', () => {
  const single = [['single core', 'single first'], 1];
  expect(refused('--stack-size=900')).toEqual([true]);
  expect(judged('first', '--stack-size=900')).toEqual(single);
  const probe = aheadFile(/\.probe\.bin$/);
  renameSync(probe, probe.replace(process.version, 'v1.0.0'));
  expect(judged('first')).toEqual(single);
  renameSync(aheadFile(/\.probe\.bin$/), probe);
});

test('a process whose flags are its own, and none of V8, takes what was compiled', () => {
  expect(judged('first', '--no-warnings', '--enable-source-maps')).toEqual([
    ['packed core', 'packed first'],
    1,
  ]);
});

test('code that is cut off is no code', () => {
  const code = aheadFile(/(?<!probe)\.bin$/);
  const whole = readFileSync(code);
  writeFileSync(code, whole.subarray(0, whole.length / 2));
  expect(judged('first')).toEqual([['packed core', 'packed first'], 1]);
  expect(refused()).toEqual([false, true]);
  writeFileSync(code, whole);
});

test('where Node is not what loads files, it is not in the way', () => {
  expect(load('../packed', 'verifier', 'index.js', () => 'otherwise')).toBe('otherwise');
});

test.each(['cjs', 'esm'] as const)('a bundler finds the packed files: %s', async format => {
  const outfile = join(root, format === 'esm' ? 'bundle.mjs' : 'bundle.cjs');
  const contents =
    "import { verify } from './lib/verify/index.js'; console.log(JSON.stringify(verify(['late'])));";
  // What a bundler needs for parts of Node that CommonJS asks for.
  const js = "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);";
  await build({
    stdin: { contents, resolveDir: output },
    bundle: true,
    platform: 'node',
    format,
    outfile,
    ...(format === 'esm' && { banner: { js } }),
  });
  expect(JSON.parse(execFileSync(process.execPath, [outfile], { encoding: 'utf8' }))).toEqual([
    'single core',
    'single first',
    'single late',
  ]);
});
