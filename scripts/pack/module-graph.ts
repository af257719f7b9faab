import { build } from 'esbuild';

/** The modules that are packed, by their paths from the root of the project. */
export interface ModuleGraph {
  /** What each of them exports. */
  readonly exports: ReadonlyMap<string, readonly string[]>;
  /** Modules that are loaded by a `require` in a function: not when the program starts, but when that is called. */
  readonly late: readonly string[];
  /** What starts with the first of the roots, and what is too small to be worth a file of its own. */
  readonly core: ReadonlySet<string>;
  /** The module that another one means by a specifier. */
  readonly targetOf: (module: string, specifier: string) => string | undefined;
}

interface Import {
  readonly path: string;
  readonly kind: string;
  readonly original?: string;
  readonly external?: boolean;
}

/** From so many bytes of source on, what several late modules need is worth a file of its own. */
const WORTH_A_FILE = 12_000;

/**
 * Finds the modules that the roots lead to.
 *
 * @param folder the root of the project.
 * @throws Error when a module is loaded by `import()`, which a packed file would load a second time.
 */
export async function moduleGraph(folder: string, roots: readonly string[]): Promise<ModuleGraph> {
  const { inputs } = await analyse(folder, roots);
  const modules = Object.keys(inputs);
  const importsOf = (module: string): readonly Import[] =>
    (inputs[module]?.imports ?? []).filter(({ external }) => !external);
  const byKind = (module: string, wanted: string) =>
    importsOf(module).flatMap(({ kind, path }) => (kind === wanted ? path : []));

  const dynamic = modules.find(module => byKind(module, 'dynamic-import').length > 0);
  if (dynamic) throw new Error(`${dynamic} uses import(): load the module by require in a function`);
  const loadedWith = (root: string) => {
    const found = new Set([root]);
    for (const module of found) for (const path of byKind(module, 'import-statement')) found.add(path);
    return found;
  };

  const core = loadedWith(roots[0] as string);
  const late = [...new Set(modules.flatMap(module => byKind(module, 'require-call')))];
  for (const group of sharedGroups(late.map(loadedWith), core)) {
    const brought = new Set(group.flatMap(module => [...loadedWith(module)]).filter(path => !core.has(path)));
    const size = [...brought].reduce((sum, module) => sum + (inputs[module]?.bytes ?? 0), 0);
    if (size < WORTH_A_FILE) for (const module of brought) core.add(module);
  }

  const sources = modules.filter(module => module.endsWith('.ts'));
  const { outputs } = await analyse(folder, sources);
  const exports = Object.values(outputs).flatMap(({ entryPoint, exports: names }) =>
    entryPoint === undefined ? [] : [[entryPoint, names] as const],
  );
  return {
    exports: new Map(exports),
    late,
    core,
    targetOf: (module, specifier) => importsOf(module).find(({ original }) => original === specifier)?.path,
  };
}

/** Modules outside of the core that are in the same sets, if in more than one. */
function sharedGroups(sets: readonly ReadonlySet<string>[], core: ReadonlySet<string>): string[][] {
  const groups = new Map<string, string[]>();
  for (const module of new Set(sets.flatMap(set => [...set]))) {
    const users = sets.flatMap((set, index) => (set.has(module) ? index : []));
    if (users.length < 2 || core.has(module)) continue;
    const group = groups.get(users.join());
    if (group) group.push(module);
    else groups.set(users.join(), [module]);
  }
  return [...groups.values()];
}

async function analyse(folder: string, entryPoints: readonly string[]) {
  const { metafile } = await build({
    absWorkingDir: folder,
    entryPoints: [...entryPoints],
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    outdir: 'build',
    write: false,
    metafile: true,
  });
  return metafile;
}
