import type { ManifestSet } from './manifest-set';

let count = 0;

/** An index over a set of manifests that is built when it is first asked for, once for each set. */
export function indexOnDemand<T extends object>(build: (set: ManifestSet) => T): (set: ManifestSet) => T {
  const place = count++;
  return set => {
    const index = (set.indexes[place] as T | undefined) ?? build(set);
    set.indexes[place] = index;
    return index;
  };
}
