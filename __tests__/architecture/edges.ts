import { type ParsedFile, packageOf } from './source-tree';

/** Where the process may be touched: a file, or a folder of that name. */
const PROCESS_PLACES = ['lib/cli/main', 'lib/synth/environment'];

/** Where files may be read or written. */
const FILE_PLACES = [
  'lib/cli',
  'lib/manifest-files',
  'lib/synth/write-output',
  'lib/verify/schema',
  'lib/plugin',
];

/** The names that lead to the process, and the modules. */
const PROCESS_NAMES = ['process', 'console', 'globalThis', 'global'];
const PROCESS_MODULES = ['process', 'console'];
const FILE_MODULES = ['fs', 'child_process'];

/** Where `global` stands for the types of jest's global names, and for nothing of the process. */
const GLOBAL_TYPES = 'lib/testing/jest.ts';

/** Uses of the process, the console or the file system in the inside of the library. */
export function edgeComplaints(tree: readonly ParsedFile[]): string[] {
  return tree
    .filter(file => file.path.startsWith('lib/'))
    .flatMap(file => {
      const modules = file.references.flatMap(reference => packageOf(reference) ?? []);
      return [
        ...PROCESS_NAMES.filter(
          name =>
            file.names.has(name) &&
            !isIn(PROCESS_PLACES, file.path) &&
            !(name === 'global' && file.path === GLOBAL_TYPES),
        ),
        ...PROCESS_MODULES.filter(name => modules.includes(name) && !isIn(PROCESS_PLACES, file.path)),
        ...FILE_MODULES.filter(name => modules.includes(name) && !isIn(FILE_PLACES, file.path)),
      ].map(name => `${file.path} uses ${name}, which belongs at the edge`);
    });
}

function isIn(places: readonly string[], path: string): boolean {
  return places.some(place => path === `${place}.ts` || path.startsWith(`${place}/`));
}
