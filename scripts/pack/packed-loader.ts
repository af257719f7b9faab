/**
 * Loads packed files with the code that V8 has compiled ahead: to compile takes most of the time in which the first
 * manifests are judged. The packer puts it into the compiled files of the ways in, since one more file to start with
 * would take as long as it takes to judge some.
 *
 * What a way in takes is one script, in which each packed file is a function: a dozen of scripts would take half as
 * long again to read. V8 takes code for a script of the same length, if the same V8 with the same flags has made it.
 * Where it would not, and where `require` is not Node's own (jest, a bundler), packed files are loaded as any other.
 */
import { existsSync, readFileSync } from 'node:fs';
import type { Module } from 'node:module';
import { join, sep } from 'node:path';
import { Script } from 'node:vm';

/** How a process came in: what is worth compiling ahead differs with that, and so do flags of V8. */
export type Way = 'verifier' | 'program';

/** The smallest script, by whose code V8 shows whether it takes the code that was compiled with it. */
export const PROBE = '0';

/** Files with what was compiled ahead for a way in. */
interface CompiledAhead {
  /** The code of the probe. */
  readonly probe: string;
  /** An object of functions, one for each packed file; in ASCII, which is read without a look at each character. */
  readonly script: string;
  /** The code of the script. */
  readonly code: string;
}

/** A packed file, as Node makes a function of it. */
type PackedFile = (
  exports: unknown,
  require: (specifier: string) => unknown,
  module: Module,
  filename: string,
  dirname: string,
) => void;

/**
 * The exports of a packed file.
 *
 * @param folder that of the packed files, from the one of the file that this becomes a part of.
 * @param otherwise gives the exports where nothing is compiled ahead.
 */
export function load(folder: string, way: Way, file: string, otherwise: () => unknown): unknown {
  const NodeModule = module.constructor as typeof Module;
  if (typeof Reflect.get(NodeModule, '_load') !== 'function') return otherwise();
  const packed = join(__dirname, folder);
  const earlier = require.cache[join(packed, file)];
  if (earlier) return earlier.exports;
  const ahead = compiledAhead(packed, way);
  if (!existsSync(ahead.probe)) return otherwise();
  // A script whose code V8 refuses would be compiled as a whole, and most of it is for other manifests.
  if (new Script(PROBE, { cachedData: readFileSync(ahead.probe) }).cachedDataRejected) return otherwise();
  const text = readFileSync(ahead.script, 'latin1');
  const script = new Script(text, { filename: ahead.script, cachedData: readFileSync(ahead.code) });
  const files: Readonly<Record<string, PackedFile>> = script.runInThisContext();
  return loaded(`./${file}`);

  /** Stands in place of the `require` of a packed file. */
  function loaded(specifier: string): unknown {
    if (!specifier.startsWith('./')) return require(specifier);
    const path = packed + sep + specifier.slice('./'.length);
    const earlier = require.cache[path];
    if (earlier) return earlier.exports;
    const run = files[specifier];
    if (!run) return require(path);
    // Where Node looks for it, so that whoever loads the file by Node's own `require` gets this one.
    const own = new NodeModule(path, module);
    own.filename = path;
    require.cache[path] = own;
    run(own.exports, loaded, own, path, packed);
    own.loaded = true;
    return own.exports;
  }
}

/** Where what was compiled ahead is for this Node and a way in. */
export function compiledAhead(packed: string, way: Way): CompiledAhead {
  const start = join(packed, 'ahead', `${way}-${process.version}-${process.platform}-${process.arch}`);
  return { probe: `${start}.probe.bin`, script: `${start}.js`, code: `${start}.bin` };
}
