import type { Labels } from '../../kubernetes/label-selector';
import type { ManifestSet } from './manifest-set';
import type { PodSource } from './pod-source';

/** Pods that bear all labels of a selector but one. */
export interface NearPods {
  readonly source: PodSource;
  /** The label that they lack, alone. */
  readonly missing: Labels;
  readonly key: string;
}

/** The pods of the input that lack one label of a selector which matches none; undefined where none are that near. */
export function nearPods(set: ManifestSet, namespace: string, labels: Labels): NearPods | undefined {
  const pairs = Object.entries(labels);
  if (pairs.length < 2) return undefined;
  for (const [key, value] of pairs) {
    const others = pairs.filter(([other]) => other !== key);
    // What controllers and agents set is on pods of any workload, and tells of none.
    if (!others.some(([other]) => set.isOfTemplates(other))) continue;
    const matchLabels = Object.fromEntries(others);
    const [source] = set.podsMatching(namespace, { matchLabels });
    if (source) return { source, key, missing: { [key]: value } };
  }
  return undefined;
}
