import { type ParsedFile, packageOf } from './source-tree';

/** The tiers of the constructs, lowest first: a folder may import itself and every tier below its own. */
const CONSTRUCT_TIERS = [
  ['kubernetes', 'prop-error.ts'],
  ['naming'],
  ['objects'],
  ['services', 'storage', 'scheduling', 'access', 'governance'],
  ['workloads'],
  ['releases'],
];

/** The tiers of what judges and writes manifests. Nothing but `kubernetes` is in both towers. */
const MANIFEST_TIERS = [
  ['kubernetes'],
  ['verify'],
  ['manifest-files', 'synth'],
  ['testing', 'cli', 'plugin'],
];

/** What is beside the towers, or leads into them. Paths of `lib/` stand without it. */
const BESIDE: Record<string, readonly string[]> = {
  'index.ts': [...CONSTRUCT_TIERS.flat(), 'verify', 'manifest-files', 'synth'],
  '/main.ts': ['index.ts', '/examples', '/imports'],
  '/examples': ['index.ts', '/imports'],
  '/bench': ['index.ts', '/imports'],
  '/imports': [],
};

/** Folders that may use the generated API objects as well. */
const USERS_OF_IMPORTS = ['storage', 'releases'];

/** Folders that judge plain data, and so know nothing of who made it. */
const PLAIN_DATA = ['kubernetes', 'verify'];
const MAKERS_OF_DATA = /^(cdk8s|constructs$)/;

/** A rule is a file of this folder; the groups of rules alone may import one. */
const RULES = 'lib/verify/rules/';
const GROUPS = 'lib/verify/rule-groups/';

/** The folders of `lib/` that the design knows, whether they exist yet or not. */
export const FOLDERS = [...new Set([...CONSTRUCT_TIERS, ...MANIFEST_TIERS].flat())].filter(
  unit => !unit.endsWith('.ts'),
);

/** For every unit, the units that it may import besides itself. */
const ALLOWED: ReadonlyMap<string, readonly string[]> = new Map([
  ...Object.entries(BESIDE),
  ...reach(MANIFEST_TIERS),
  ...reach(CONSTRUCT_TIERS),
]);

/** What imports what it may not. */
export function directionComplaints(tree: readonly ParsedFile[]): string[] {
  return tree.filter(file => isJudged(file.path)).flatMap(fileComplaints);
}

function fileComplaints(file: ParsedFile): string[] {
  const unit = unitOf(file.path);
  const allowed = ALLOWED.get(unit);
  if (!allowed) return [`${file.path} has no place in the design: ${unit} is in no tier`];
  return file.references.flatMap(reference => {
    const { specifier, target } = reference;
    if (specifier === undefined) return [`${file.path} imports by a computed name, which nothing can follow`];
    if (target === undefined) {
      return PLAIN_DATA.includes(unit) && MAKERS_OF_DATA.test(packageOf(reference) ?? '')
        ? [`${file.path} imports ${specifier}: ${unit} works on plain data`]
        : [];
    }
    if (target.startsWith(RULES) && target !== file.path && !file.path.startsWith(GROUPS)) {
      return [`${file.path} imports the rule ${target}: the groups of rules alone may`];
    }
    const other = unitOf(target);
    return other === unit || allowed.includes(other)
      ? []
      : [`${file.path} imports ${target}: ${unit} may import ${allowed.join(', ') || 'nothing of ours'}`];
  });
}

/** The file or folder of `lib/` that a path is in, or with a slash before it, that of the project. */
function unitOf(path: string): string {
  const [first = '', second = ''] = path.split('/');
  if (first !== 'lib') return `/${first}`;
  return second.includes('.') || second === '' ? second || 'index.ts' : known(second);
}

/** A path that leads to no file has no ending. */
function known(unit: string): string {
  return unit === 'index' || unit === 'prop-error' ? `${unit}.ts` : unit;
}

function isJudged(path: string): boolean {
  return path.startsWith('lib/') || unitOf(path) in BESIDE;
}

function reach(tiers: readonly (readonly string[])[]): [string, string[]][] {
  return tiers.flatMap((tier, height) =>
    tier.map((unit): [string, string[]] => [
      unit,
      [...tiers.slice(0, height).flat(), ...(USERS_OF_IMPORTS.includes(unit) ? ['/imports'] : [])],
    ]),
  );
}
