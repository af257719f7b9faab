import type { ManifestSet } from './manifest-set';

/** An index over a set of manifests that is built when it is first asked for, once for each set. */
export function indexOnDemand<T>(build: (set: ManifestSet) => T): (set: ManifestSet) => T {
  const built = new WeakMap<ManifestSet, T>();
  return set => {
    let index = built.get(set);
    if (index === undefined) {
      index = build(set);
      built.set(set, index);
    }
    return index;
  };
}
