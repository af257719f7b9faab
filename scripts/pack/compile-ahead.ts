/**
 * Has V8 compile ahead what judging the first manifests takes, for the Node that runs this: the build does, and
 * whoever uses the package with another Node may, by
 * `node node_modules/cdk8s-drydock/build/lib/packed/compile-ahead.js`.
 *
 * Each way into the package is gone twice, in processes of their own: to see which packed files it takes, which are
 * put into one script then; and to take from V8 what it has compiled of that script in the end.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import * as vm from 'node:vm';
import { APPLICATION, FIRST_MANIFESTS } from './first-manifests';
import { compiledAhead, PROBE, type Way } from './packed-loader';

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

/** What is done when a process that went a way ends. */
const ENDS = { script: writeScript, code: writeCode } as const;

const [, , way, end] = process.argv as [string, string, Way?, (keyof typeof ENDS)?];
if (way && end) go(way, end);
else for (const each of way ? [way] : (Object.keys(WAYS) as Way[])) compileAhead(each);

function compileAhead(name: Way): void {
  const { probe, script, code } = compiledAhead(__dirname, name);
  mkdirSync(dirname(script), { recursive: true });
  // The probe first: whoever starts in the meantime looks for that.
  for (const path of [probe, script, code]) rmSync(path, { force: true });
  for (const what of Object.keys(ENDS)) {
    const args = [__filename, name, what];
    // Options of this process would be flags that no other has, and a project here may have a configuration.
    const options = { env: { ...process.env, NODE_OPTIONS: '' }, cwd: tmpdir(), encoding: 'utf8' } as const;
    const { status, stdout, stderr } = spawnSync(process.execPath, args, options);
    if (status !== 0) throw new Error(`the ${name} ended with ${status}: ${stderr || stdout}`);
  }
}

function go(name: Way, what: keyof typeof ENDS): void {
  const scripts = seenScripts();
  process.on('exit', () => ENDS[what](name, scripts));
  WAYS[name]();
}

/** The scripts that are made from now on, by their paths. */
function seenScripts(): ReadonlyMap<string, vm.Script> {
  const seen = new Map<string, vm.Script>();
  const { Script } = vm;
  Object.assign(require('node:vm'), {
    Script: class extends Script {
      constructor(text: string, options?: vm.ScriptOptions) {
        super(text, options);
        if (options?.filename) seen.set(options.filename, this);
      }
    },
  });
  return seen;
}

/** Writes the packed files that Node has loaded as one script. The code is empty: V8 compiles as ever. */
function writeScript(name: Way): void {
  const { probe, script, code } = compiledAhead(__dirname, name);
  const files = Object.keys(require.cache).filter(path => dirname(path) === __dirname && path !== __filename);
  const functions = files.map(path => {
    const text = readFileSync(path, 'utf8');
    return `"./${basename(path)}": function (exports, require, module, __filename, __dirname) { ${text}\n}`;
  });
  const text = `({\n${functions.join(',\n')}\n})\n`;
  // As in the text of a regular expression, which esbuild leaves as it is.
  const other = /[\u0080-\uffff].*/.exec(text);
  if (other) throw new Error(`a packed file is not in ASCII: ${other[0]}; fix: escape the character`);
  writeFileSync(script, text);
  writeFileSync(code, '');
  writeFileSync(probe, new vm.Script(PROBE).createCachedData());
}

/** Writes what V8 has compiled of the script by now, which nobody may read half of. */
function writeCode(name: Way, scripts: ReadonlyMap<string, vm.Script>): void {
  const { script, code } = compiledAhead(__dirname, name);
  const compiled = scripts.get(script)?.createCachedData();
  if (!compiled) throw new Error(`the ${name} was loaded without ${script}`);
  writeFileSync(`${code}.new`, compiled);
  renameSync(`${code}.new`, code);
}
