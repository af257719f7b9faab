import { build } from 'esbuild';

/** The modules that are packed, by their paths from the root of the project. */
export interface ModuleGraph {
  /** What each of them exports. */
  readonly exports: ReadonlyMap<string, readonly string[]>;
  /** Modules that are loaded by a `require` in a function: not when the program starts, but when that is called. */
  readonly late: readonly string[];
  /** What starts with the first of the roots, and what is too small to be worth a file of its own. */
  readonly core: ReadonlySet<string>;
  /** Beside the core, what late modules are loaded with: the part of another late module that alone loads them. */
  readonly bases: ReadonlyMap<string, ReadonlySet<string>>;
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

  // What loads a library, or a part of Node, is worth a file as well: that may take longer than all the rest.
  const bringsMore = (module: string) => (inputs[module]?.imports ?? []).some(({ external }) => external);

  const dynamic = modules.find(module => byKind(module, 'dynamic-import').length > 0);
  if (dynamic) throw new Error(`${dynamic} uses import(): load the module by require in a function`);
  const loadedWith = (root: string) => {
    const found = new Set([root]);
    for (const module of found) for (const path of byKind(module, 'import-statement')) found.add(path);
    return found;
  };

  const core = loadedWith(roots[0] as string);
  const late = [...new Set(modules.flatMap(module => byKind(module, 'require-call')))];
  const parts = new Map(late.map(module => [module, loadedWith(module)]));
  const loaders = new Map(
    late.map(module => [module, modules.filter(other => byKind(other, 'require-call').includes(module))]),
  );
  const bases = basesOf(parts, loaders, core);
  const users = new Map([...parts, ...roots.slice(1).map(root => [root, loadedWith(root)] as const)]);
  const shared = sharedGroups(users, core);
  // What is in a place already is not brought again, so that the next one may be small enough.
  for (let found = true; found; ) {
    found = false;
    for (const { group, users: by } of shared) {
      const [base, ...others] = new Set(by.map(user => bases.get(user)));
      const place = base && others.length === 0 ? base : core;
      const brought = new Set(
        group.flatMap(module => [...loadedWith(module)]).filter(path => !core.has(path) && !place.has(path)),
      );
      const size = [...brought].reduce((sum, module) => sum + (inputs[module]?.bytes ?? 0), 0);
      if (brought.size === 0 || size >= WORTH_A_FILE || [...brought].some(bringsMore)) continue;
      for (const module of brought) place.add(module);
      found = true;
    }
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
    bases,
    targetOf: (module, specifier) => importsOf(module).find(({ original }) => original === specifier)?.path,
  };
}

/**
 * The base of late modules that another one alone loads, with all that is in its part: that part. It is the base of
 * that other one as well.
 */
function basesOf(
  parts: ReadonlyMap<string, Set<string>>,
  loaders: ReadonlyMap<string, readonly string[]>,
  core: ReadonlySet<string>,
): Map<string, Set<string>> {
  const bases = new Map<string, Set<string>>();
  for (const [module, by] of loaders) {
    const [home, ...others] = [...parts].filter(
      ([other, part]) => other !== module && by.every(loader => part.has(loader) && !core.has(loader)),
    );
    if (!home || others.length > 0) continue;
    const [other, part] = home;
    bases.set(module, part).set(other, part);
  }
  return bases;
}

/** Modules outside of the core that are in the same parts, if in more than one. */
function sharedGroups(
  parts: ReadonlyMap<string, ReadonlySet<string>>,
  core: ReadonlySet<string>,
): { group: string[]; users: string[] }[] {
  const groups = new Map<string, { group: string[]; users: string[] }>();
  for (const module of new Set([...parts.values()].flatMap(part => [...part]))) {
    const users = [...parts].flatMap(([user, part]) => (part.has(module) ? user : []));
    if (users.length < 2 || core.has(module)) continue;
    const known = groups.get(users.join());
    if (known) known.group.push(module);
    else groups.set(users.join(), { group: [module], users });
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
