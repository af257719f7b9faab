/** A manifest with one fault, or the one change of an update. */
export interface Variant<T> {
  /** The field, its parts joined with dots; empty for the whole. */
  readonly path: string;
  readonly name: T;
  readonly manifest: unknown;
}

/** The faults that are put into a manifest, as the recorded verdicts call them. */
const STRINGS: Readonly<Record<string, (value: string) => unknown>> = {
  empty: () => '',
  null: () => null,
  num: () => 7,
  neg: () => '-1',
  other: () => 'zzz-other',
  upper: value => `${value.toUpperCase()}_X`,
  space: value => ` ${value}`,
  slash: () => 'a/b/c',
  dotdot: () => '../x',
  unicode: () => 'é',
  long64: () => 'a'.repeat(64),
  long: () => 'a'.repeat(300),
};
const NUMBERS: Readonly<Record<string, (value: number) => unknown>> = {
  null: () => null,
  neg: () => -1,
  zero: () => 0,
  one: () => 1,
  big: () => 70_000,
  huge: () => 2 ** 31,
  float: () => 1.5,
  str: value => String(value),
};
const BOOLEANS: Readonly<Record<string, (value: boolean) => unknown>> = {
  null: () => null,
  flip: value => !value,
  str: value => String(value),
};
const LISTS: Readonly<Record<string, (value: readonly unknown[]) => unknown>> = {
  null: () => null,
  empty: () => [],
  wrongtype: () => 'str',
  dup: value => [...value, ...value.slice(0, 1)],
};
const OBJECTS: Readonly<Record<string, (value: object) => unknown>> = {
  null: () => null,
  empty: () => ({}),
  wrongtype: () => 'str',
  unknown: value => ({ ...value, zzUnknown: 1 }),
};

/** The manifest itself, called `base`, and every manifest that differs from it in one fault. */
export function faultsOf(manifest: object): Variant<string>[] {
  const variants: Variant<string>[] = [{ path: '', name: 'base', manifest }];
  for (const [path, value] of fieldsOf(manifest)) {
    const name = path.join('.');
    variants.push({ path: name, name: 'delete', manifest: without(manifest, path) });
    for (const [fault, changed] of Object.entries(changesOf(value))) {
      variants.push({ path: name, name: fault, manifest: withValue(manifest, path, changed) });
    }
  }
  return variants;
}

/** The manifest itself, and every manifest that an update could make of it by one change. */
export function updatesOf(manifest: object): Variant<'none' | 'change' | 'remove' | 'append'>[] {
  const variants: Variant<'none' | 'change' | 'remove' | 'append'>[] = [{ path: '', name: 'none', manifest }];
  for (const [path, value] of fieldsOf(manifest)) {
    const name = path.join('.');
    if (name === 'metadata' || name === 'metadata.name' || name === 'metadata.namespace') continue;
    variants.push({ path: name, name: 'remove', manifest: without(manifest, path) });
    if (Array.isArray(value)) {
      const appended = [...value, another(value.at(-1))];
      variants.push({ path: name, name: 'append', manifest: withValue(manifest, path, appended) });
    } else if (typeof value !== 'object') {
      variants.push({ path: name, name: 'change', manifest: withValue(manifest, path, another(value)) });
    }
  }
  return variants;
}

type Path = readonly string[];

/** Every field below apiVersion and kind, from the outside in. */
function fieldsOf(value: unknown, path: Path = []): [Path, unknown][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value)
    .filter(([key]) => path.length > 0 || (key !== 'apiVersion' && key !== 'kind'))
    .flatMap(([key, inner]): [Path, unknown][] => [
      [[...path, key], inner],
      ...fieldsOf(inner, [...path, key]),
    ]);
}

function changesOf(value: unknown): Record<string, unknown> {
  const all = <V>(changes: Readonly<Record<string, (value: V) => unknown>>) =>
    Object.fromEntries(Object.entries(changes).map(([name, change]) => [name, change(value as V)]));
  if (typeof value === 'string') return all(STRINGS);
  if (typeof value === 'number') return all(NUMBERS);
  if (typeof value === 'boolean') return all(BOOLEANS);
  return Array.isArray(value) ? all(LISTS) : all(OBJECTS);
}

/** A value of the same type that is not the same. */
function another(value: unknown): unknown {
  if (typeof value === 'string') return `${value}x`;
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  if (typeof value !== 'object' || value === null) return value;
  return 'name' in value ? { ...value, name: another(value.name) } : value;
}

function withValue(manifest: object, path: Path, value: unknown): object {
  const copy = structuredClone(manifest);
  const [parent, key] = parentOf(copy, path);
  parent[key] = value;
  return copy;
}

function without(manifest: object, path: Path): object {
  const copy = structuredClone(manifest);
  const [parent, key] = parentOf(copy, path);
  if (Array.isArray(parent)) parent.splice(Number(key), 1);
  else delete parent[key];
  return copy;
}

function parentOf(manifest: object, path: Path): [Record<string, unknown>, string] {
  let parent = manifest as Record<string, unknown>;
  for (const key of path.slice(0, -1)) parent = parent[key] as Record<string, unknown>;
  return [parent, path.at(-1) as string];
}
