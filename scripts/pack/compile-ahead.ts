/**
 * Has V8 compile ahead what judging the first manifests takes, for the Node that runs this: the build does, and whoever
 * uses the package with another Node may, by `node node_modules/cdk8s-drydock/build/lib/packed/compile-ahead.js`.
 *
 * Each way into the package is gone in a process of its own. What V8 has compiled when that ends is written.
 */
import { spawnSync } from 'node:child_process';
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
import { basename, join } from 'node:path';
import * as vm from 'node:vm';
import { APPLICATION, FIRST_MANIFESTS } from './first-manifests';
import { compiledFolder, HEADER, type Way } from './packed-loader';

/** What is done in a process that comes in one way. */
const WAYS: Readonly<Record<Way, () => void>> = {
  verifier: () => {
    const { verify } = require(
      join(__dirname, '..', 'verify', 'index.js'),
    ) as typeof import('../../lib/verify');
    for (const manifests of FIRST_MANIFESTS) verify(manifests);
  },
  program: () => {
    const { stringify } = require('yaml') as typeof import('yaml');
    const folder = mkdtempSync(join(tmpdir(), 'drydock-compile-'));
    process.on('exit', () => rmSync(folder, { recursive: true }));
    const texts = APPLICATION.map(manifest => stringify(manifest, { aliasDuplicateObjects: false }));
    writeFileSync(join(folder, 'manifests.yaml'), texts.join('---\n'));
    process.argv.splice(1, Number.POSITIVE_INFINITY, 'drydock', 'verify', folder);
    require(join(__dirname, '..', 'cli', 'main.js'));
  },
};

const way = process.argv[2] as Way | undefined;
if (way === undefined) compileAll();
else record(way, WAYS[way]);

function compileAll(): void {
  for (const name of Object.keys(WAYS)) {
    const { status, stdout, stderr } = spawnSync(process.execPath, [__filename, name], {
      stdio: ['ignore', 'pipe', 'pipe'],
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`${name} ended with ${status}: ${stderr || stdout}`);
  }
}

/** Goes a way, and writes what V8 has compiled in the end. */
function record(name: Way, go: () => void): void {
  const target = compiledFolder(__dirname, name);
  const scripts = new Map<string, vm.Script>();
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  // What goes beyond Latin-1 is loaded as any other file.
  const texts = readdirSync(__dirname)
    .filter(file => file.endsWith('.js'))
    .map(file => ({ file, path: join(target, `${file}.bin`), text: textOf(file) }))
    .filter(({ text }) => Buffer.from(text, 'latin1').toString('latin1') === text);
  // The loader takes what is there, and V8 compiles as ever where there is no code yet.
  for (const { path, text } of texts) write(path, text, Buffer.alloc(0));
  const { Script } = vm;
  Object.assign(require('node:vm'), {
    Script: class extends Script {
      constructor(text: string, { filename }: { filename: string }) {
        super(text, { filename });
        scripts.set(basename(filename), this);
      }
    },
  });
  process.on('exit', () => {
    for (const { file, path, text } of texts) {
      const script = scripts.get(file);
      if (script) write(path, text, script.createCachedData());
      else rmSync(path);
    }
  });
  go();
}

/** The text of a packed file, as a function of the names that Node gives to a module. */
function textOf(file: string): string {
  const text = readFileSync(join(__dirname, file), 'utf8');
  return `(function (exports, require, module, __filename, __dirname) { ${text}\n})`;
}

/** Whoever starts in the meantime reads all of it, or nothing. */
function write(path: string, text: string, code: Buffer): void {
  const header = Buffer.alloc(HEADER);
  header.writeUInt32LE(code.length);
  writeFileSync(`${path}.new`, Buffer.concat([header, code, Buffer.from(text, 'latin1')]));
  renameSync(`${path}.new`, path);
}
