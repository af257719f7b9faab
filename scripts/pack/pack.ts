import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { build, type OutputFile, type Plugin, transform } from 'esbuild';
import { type CommonJs, commonJs } from './common-js';
import { generatorsIn, withCountedLoops } from './counted-loops';
import { type ModuleGraph, moduleGraph } from './module-graph';
import { packCompiler, packedLoader, WAYS_IN, wayIn } from './way-in';

/** What is packed: these, and all that they lead to. The first one starts in every process, the others in some. */
const ROOTS = [
  'lib/verify/index.ts',
  'lib/cli/command-line.ts',
  'lib/index.ts',
  'lib/synth/environment/late-optimization.ts',
];

/** Where the packed files lie, among the compiled ones. */
const FOLDER = 'lib/packed';

/** An entry with what every module exports: it says which packed file has it, and is not written. */
const INDEX = 'index';

/** The `require` of a packed module, until the file that it is in is known. */
const LATE = 'late:';

/**
 * Packs the compiled library and the program into a few files: to read and compile four hundred small ones takes
 * longer than to judge a manifest.
 *
 * What starts with the verifier is one file, the core. A module that a function loads by `require` is a file with
 * all that it alone needs; what several of them need is another file or, if it is small, a part of the core. They are
 * found in the sources, so that there is no list to keep.
 *
 * Every module is packed once, and its compiled file becomes a few lines that take its exports from there. Whoever
 * loads it, the package or a test, gets that one: there is no second copy of a class or of a cache.
 *
 * @param root the folder of the project.
 * @param output the folder of the compiled files.
 */
export async function pack(root: string, output: string): Promise<void> {
  const graph = await moduleGraph(root, ROOTS);
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [...ROOTS, ...graph.late, INDEX].map(entry => ({ in: `entry:${entry}`, out: entry })),
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    target: 'es2022',
    chunkNames: `${FOLDER}/[hash]`,
    outdir: root,
    write: false,
    plugins: [entries(root, graph), lateModules(root, graph), jsonText],
  });
  // Modules are in files that several entries share, since the index has them too; entries hold no code of their own.
  const packed = outputFiles.filter(({ path }) => dirname(path) === join(root, FOLDER));
  const index = outputFiles.find(({ path }) => basename(path) === `${INDEX}.js`) as OutputFile;
  const places = new Places(graph, commonJs(index.text, String));
  const generators = new Set(packed.flatMap(({ text }) => generatorsIn(text)));
  mkdirSync(join(output, FOLDER));
  for (const { path, text } of packed) {
    const { code } = commonJs(text, specifier =>
      specifier.startsWith(LATE)
        ? `({ ${places.exportsOf(specifier.slice(LATE.length), '.').join(', ')} })`
        : `require("${specifier}")`,
    );
    writeFileSync(join(output, FOLDER, basename(path)), withCountedLoops(await smaller(code), generators));
  }
  const loader = await packedLoader();
  await packCompiler(join(output, FOLDER));
  for (const module of graph.exports.keys()) {
    const file = join(output, module.replace(/\.ts$/, '.js'));
    const folder = `./${slashed(relative(dirname(file), join(output, FOLDER)))}`;
    writeFileSync(file, places.compiledModule(module, folder, loader));
  }
}

/** Every entry brings what is loaded before it, above all the core, so that no part of that lands in another file. */
function entries(root: string, { core, bases, exports }: ModuleGraph): Plugin {
  const importsOf = (part: Iterable<string>) => [...part].map(module => `import './${module}';\n`).join('');
  const indexText = [...exports].map(([module, names]) => {
    const renamed = names.map(name => `${name} as '${module}:${name}'`);
    return `export { ${renamed.join(', ')} } from './${module}';\n`;
  });
  return {
    name: 'entries',
    setup({ onResolve, onLoad }) {
      const namespace = 'entry';
      onResolve({ filter: /^entry:/ }, ({ path }) => ({ path: path.slice('entry:'.length), namespace }));
      onLoad({ filter: /^/, namespace }, ({ path }) => ({
        contents: [
          importsOf(core),
          importsOf(bases.get(path) ?? []),
          ...(path === INDEX ? indexText : [`export * from './${path}';`]),
        ].join(''),
        resolveDir: root,
      }));
    },
  };
}

/** Leaves a `require` in a function where it is, and says which module it means. */
function lateModules(root: string, { targetOf }: ModuleGraph): Plugin {
  return {
    name: 'late modules',
    setup({ onResolve }) {
      onResolve({ filter: /^\./ }, ({ kind, path, importer }) => {
        if (kind !== 'require-call') return undefined;
        return { path: LATE + targetOf(slashed(relative(root, importer)), path), external: true };
      });
    },
  };
}

/** Data is read faster as JSON than as a part of a program. */
const jsonText: Plugin = {
  name: 'JSON as text',
  setup({ onLoad }) {
    onLoad({ filter: /\.json$/ }, ({ path }) => {
      const text = JSON.stringify(JSON.parse(readFileSync(path, 'utf8')));
      return { contents: `export default JSON.parse(${JSON.stringify(text)});` };
    });
  },
};

/** The packed files in which the exports of modules are, and their names there. */
class Places {
  constructor(
    private readonly graph: ModuleGraph,
    private readonly index: CommonJs,
  ) {}

  /** The exports of a module, each as `name: require("file").name`. */
  exportsOf(module: string, folder: string, separator = ': '): string[] {
    return (this.graph.exports.get(module) ?? []).map(name => {
      const place = this.index.imports.get(this.index.exports.get(`${module}:${name}`) ?? '');
      if (!place) throw new Error(`${name} of ${module} is in no packed file`);
      return `${name}${separator}require("${folder}/${basename(place.file)}").${place.name}`;
    });
  }

  /** What stands in the compiled file of a module: assignments, in which Node sees the names that it exports. */
  compiledModule(module: string, folder: string, loader: string): string {
    const assignments = this.exportsOf(module, folder, ' = ')
      .map(text => `exports.${text};\n`)
      .join('');
    const mark = 'Object.defineProperty(exports, "__esModule", { value: true });\n';
    const way = WAYS_IN.get(module);
    const text = way ? wayIn(way, assignments, loader) : assignments;
    return `"use strict";\n${mark}${text}`;
  }
}

/** Without comments. Lines and names stay: Node shows the line that an error was thrown in, and a stack. */
async function smaller(code: string): Promise<string> {
  const { code: result } = await transform(code, {
    legalComments: 'none',
    treeShaking: true,
    target: 'es2022',
  });
  return result;
}

/** A path from a folder, as modules write it. */
function slashed(path: string): string {
  return path.split(sep).join('/');
}
