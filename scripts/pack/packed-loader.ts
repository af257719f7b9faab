/**
 * Loads packed files with the code that V8 has compiled ahead: to compile takes most of the time in which the first
 * manifests are judged. The packer puts it into the compiled files of the roots, since one more file to start with
 * would take as long as it takes to judge some.
 *
 * V8 takes compiled code for a text of the same length, if the same V8 with the same flags has made it, and compiles
 * otherwise. Where there is none for this Node, and where `require` is not Node's own (jest, a bundler), files are
 * loaded as any other.
 */
import { existsSync, readFileSync } from 'node:fs';
import type { Module } from 'node:module';
import { join } from 'node:path';
import { Script } from 'node:vm';

/**
 * The bytes before the code: its length, and what is missing to a multiple of eight, where V8 need not copy it. The
 * text follows the code, as V8 takes it: a function in Latin-1. To put it together from two files would take memory
 * that is collected before the first manifests are judged.
 */
export const HEADER = 8;

/** How a process came in: what is worth compiling ahead differs with that, and so do flags of V8. */
export type Way = 'verifier' | 'program';

/**
 * The exports of a packed file.
 *
 * @param packed the folder of the packed files.
 * @param otherwise gives the exports where files are not loaded by Node, or nothing is compiled.
 */
export function load(packed: string, way: Way, file: string, otherwise: () => unknown): unknown {
  const NodeModule = module.constructor as typeof Module;
  if (typeof Reflect.get(NodeModule, '_load') !== 'function') return otherwise();
  const compiled = compiledFolder(packed, way);
  return loaded(`./${file}`);

  /** Stands in place of the `require` of a packed file. */
  function loaded(specifier: string): unknown {
    if (!specifier.startsWith('./')) return require(specifier);
    const path = join(packed, specifier);
    const known = require.cache[path];
    if (known) return known.exports;
    const ahead = join(compiled, `${specifier}.bin`);
    if (!existsSync(ahead)) return require(path);
    const bytes = readFileSync(ahead);
    const start = HEADER + bytes.readUInt32LE(0);
    const script = new Script(bytes.toString('latin1', start), {
      filename: path,
      cachedData: bytes.subarray(HEADER, start),
    });
    // Where Node looks for it, so that whoever loads the file by Node's own `require` gets this one.
    const own = new NodeModule(path, module);
    own.filename = path;
    require.cache[path] = own;
    script.runInThisContext()(own.exports, loaded, own, path, packed);
    own.loaded = true;
    return own.exports;
  }
}

/** Where the code is that was compiled ahead for this Node, and for processes that come in one way. */
export function compiledFolder(packed: string, way: Way): string {
  return join(packed, 'compiled', `${process.version}-${process.platform}-${process.arch}`, way);
}
