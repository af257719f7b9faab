import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { commonJs } from '../../scripts/pack/common-js';
import { pack } from '../../scripts/pack/pack';

const FILLER = `// ${'far more than is worth a file '.repeat(500)}\n`;

/** A project in small: what is loaded late, and what two late modules share. */
const SOURCES: Record<string, string> = {
  'lib/verify/index.ts': "export { verify } from './verify';\nexport type { Other } from './other';\n",
  'lib/verify/verify.ts': `import { log } from './log';
    import data from './data.json';
    export function verify(late: 'a' | 'b' | 'c' | 'base' | 'none') {
      if (late === 'a') log.push((require('./a') as typeof import('./a')).seen());
      if (late === 'b') log.push((require('./b') as typeof import('./b')).seen());
      if (late === 'c') log.push((require('./c') as typeof import('./c')).seen());
      if (late === 'base') log.push((require('./base') as typeof import('./base')).both());
      return [data.answer, ...log];
    }`,
  'lib/verify/log.ts': 'export const log: string[] = [];\n',
  'lib/verify/other.ts': 'export type Other = string;\n',
  'lib/verify/data.json': '{ "answer": 42 }',
  'lib/verify/a.ts': `import { shared } from './shared'; import { small } from './small'; import { log } from './log';
    log.push('loads a'); export const seen = () => shared(small);`,
  'lib/verify/b.ts': `import { shared as other } from './shared'; import { small } from './small';
    export const seen = () => other(small + small);`,
  'lib/verify/c.ts': "import { small } from './small'; export const seen = () => small;",
  'lib/verify/base.ts': `export const both = () =>
      (require('./one') as typeof import('./one')).one() + (require('./two') as typeof import('./two')).two();`,
  'lib/verify/one.ts': "import { pair } from './pair'; export const one = () => 'one of ' + pair;\n",
  'lib/verify/two.ts': "import { pair } from './pair'; export const two = () => ', two of ' + pair;\n",
  'lib/verify/pair.ts': "export const pair = 'a pair';\n",
  'lib/verify/shared.ts': `${FILLER}let calls = 0; export const shared = (by: string) => by + (calls += 1);`,
  'lib/verify/small.ts': "export const small = 's';\n",
  'lib/index.ts': "export { verify } from './verify';\n",
  'lib/synth/environment/late-optimization.ts': 'export const optimizeLate = () => {};\n',
  'lib/cli/command-line.ts': `import { basename } from 'node:path'; import { verify } from '../verify';
    export const run = () => [basename('x/y'), ...verify('none')];`,
};

let root: string;
let output: string;

/** What a program in a process of its own prints, which may load the packed package. */
function printed(program: string, ...options: string[]): unknown {
  const args = [...options, '-e', program];
  return JSON.parse(execFileSync(process.execPath, args, { cwd: output, encoding: 'utf8' }));
}

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'drydock-pack-'));
  output = join(root, 'build');
  for (const [path, text] of Object.entries(SOURCES)) {
    for (const folder of [root, output]) mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  await pack(root, output);
});

afterAll(() => rmSync(root, { recursive: true }));

test('late modules are loaded when they are needed, and once', () => {
  expect(
    printed(`const { verify } = require('./lib/verify/index.js');
      console.log(JSON.stringify([verify('none'), verify('b'), verify('a'), verify('a')]));`),
  ).toEqual([[42], [42, 'ss1'], [42, 'ss1', 'loads a', 's2'], [42, 'ss1', 'loads a', 's2', 's3']]);
});

test('a module that is loaded by itself is the one that the package uses', () => {
  expect(
    printed(`require('./lib/verify/log.js').log.push('mine');
      require('./lib/verify/shared.js').shared('x');
      console.log(JSON.stringify([require('./lib/cli/command-line.js').run(), require('./lib/verify').verify('b')]));`),
  ).toEqual([
    ['y', 42, 'mine'],
    [42, 'mine', 'ss2'],
  ]);
});

test('ES modules see the names', () => {
  expect(
    printed(
      "import { verify } from './lib/verify/index.js'; console.log(JSON.stringify(verify('none')));",
      '--input-type=module',
    ),
  ).toEqual([42]);
});

test('what starts is one file, with what is too small for one of its own', () => {
  const texts = readdirSync(join(output, 'lib/packed')).map(file =>
    readFileSync(join(output, 'lib/packed', file), 'utf8'),
  );
  const [core] = texts.filter(text => text.includes('function verify('));
  expect(core).toMatch(/small *= *"s"/);
  expect(core).not.toMatch(/loads a|calls/);
  expect(texts.filter(text => text.includes('calls'))).toHaveLength(1);
  expect(texts.join('')).not.toContain('far more than');
});

test('what late modules of a late module share is in the file of that one', () => {
  const texts = readdirSync(join(output, 'lib/packed')).map(file =>
    readFileSync(join(output, 'lib/packed', file), 'utf8'),
  );
  const [base, ...others] = texts.filter(text => text.includes('"a pair"'));
  expect(others).toEqual([]);
  expect(base).toMatch(/both/);
  expect(base).not.toMatch(/function verify|one of/);
  expect(
    printed(
      `const { verify } = require('./lib/verify/index.js'); console.log(JSON.stringify(verify('base')));`,
    ),
  ).toEqual([42, 'one of a pair, two of a pair']);
});

test('imports and exports become those of CommonJS', () => {
  const text =
    'import {\n  a,\n  b as c\n} from "x";\nimport * as d from "y";\nimport "z";\nexport {\n  c as e\n};\n';
  const { code, imports, exports } = commonJs(text, String);
  expect(code.split('\n')).toEqual([
    '"use strict";',
    'const { a: a, b: c } = require("x");',
    'const d = require("y");',
    'require("z");',
    'module.exports = { "e": c };',
    '',
  ]);
  expect(imports.get('c')).toEqual({ file: 'x', name: 'b' });
  expect(exports.get('e')).toBe('c');
});

test('an import of a form that is not known is no CommonJS', () => {
  expect(() => commonJs('import data from "x";\n', String)).toThrow(
    'cannot be packed: import data from "x";',
  );
});
