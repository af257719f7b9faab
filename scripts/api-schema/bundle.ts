import type { Release } from './release';
import { fieldText } from './type-text';

/** The types of all versions; `lib/kubernetes/api-types.ts` reads them. */
export interface Bundle {
  /** By apiVersion and kind: plural, `n` (namespaced) or `c` (cluster-scoped), type, and versions if not all. */
  readonly kinds: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** By name: the versions if not all, then the fields, each with its versions if not all of the type's. */
  readonly types: Readonly<Record<string, string>>;
}

/** Puts all versions into one bundle, each type and each field once. */
export function bundleOf(releases: readonly Release[]): Bundle {
  return { kinds: kindsOf(releases), types: typesOf(releases) };
}

function kindsOf(releases: readonly Release[]): Bundle['kinds'] {
  const minors = releases.map(({ minor }) => minor);
  const kinds: Record<string, Record<string, string>> = {};
  for (const [key, { text, minors: served }] of ranges(releases, kindTexts)) {
    const [apiVersion = '', kind = ''] = key.split(' ');
    kinds[apiVersion] ??= {};
    if (kinds[apiVersion][kind]) throw new Error(`${key} changed its plural, scope or type`);
    kinds[apiVersion][kind] = text + suffix(' @', served, minors);
  }
  return sorted(Object.entries(kinds).map(([key, value]) => [key, sorted(Object.entries(value))]));
}

function typesOf(releases: readonly Release[]): Bundle['types'] {
  const minors = releases.map(({ minor }) => minor);
  const types = new Map<string, string>();
  for (const name of new Set(releases.flatMap(release => [...release.types.keys()]))) {
    const having = releases.filter(release => release.types.has(name));
    const own = having.map(({ minor }) => minor);
    const fields = ranges(having, release => fieldTexts(release, name)).map(
      ([key, { text, minors: had }]) => ({ key, first: had[0] ?? 0, token: text + suffix('@', had, own) }),
    );
    fields.sort((a, b) => order(a.key, b.key) || a.first - b.first);
    const tokens = [suffix('@', own, minors), ...fields.map(({ token }) => token)];
    types.set(name, tokens.filter(token => token !== '').join(' '));
  }
  return sorted([...types]);
}

type Texts = readonly (readonly [key: string, text: string])[];
type Range = [key: string, { text: string; minors: number[] }];

function kindTexts(release: Release): Texts {
  return [...release.kinds.values()].map(({ apiVersion, kind, plural, namespaced, type }) => {
    return [`${apiVersion} ${kind}`, `${plural} ${namespaced ? 'n' : 'c'} ${type}`];
  });
}

function fieldTexts(release: Release, type: string): Texts {
  return [...(release.types.get(type) ?? [])].map(([name, field]) => [name, fieldText(name, field)]);
}

/** The runs of neighbouring releases in which a text stays the same. */
function ranges(releases: readonly Release[], textsOf: (release: Release) => Texts): Range[] {
  const found: Range[] = [];
  let open = new Map<string, Range>();
  for (const release of releases) {
    const still = new Map<string, Range>();
    for (const [key, text] of textsOf(release)) {
      const before = open.get(key);
      const range: Range = before?.[1].text === text ? before : [key, { text, minors: [] }];
      if (range !== before) found.push(range);
      range[1].minors.push(release.minor);
      still.set(key, range);
    }
    open = still;
  }
  return found;
}

function suffix(mark: string, minors: readonly number[], all: readonly number[]): string {
  if (minors.length === all.length) return '';
  const first = minors[0];
  const last = minors.at(-1);
  const from = all.indexOf(first ?? 0);
  if (all.slice(from, from + minors.length).join() !== minors.join())
    throw new Error(`gap in ${minors.join()}`);
  return `${mark}${first}-${last === all.at(-1) ? '' : last}`;
}

function sorted<T>(entries: [string, T][]): Record<string, T> {
  return Object.fromEntries(entries.sort(([a], [b]) => order(a, b)));
}

/** By code units: the same on every machine. */
function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
