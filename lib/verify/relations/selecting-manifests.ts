import { type JudgedManifest, namespaceOf } from '../judged-manifest';
import { indexOnDemand } from './index-on-demand';
import type { ManifestSet } from './manifest-set';
import { selectorOf } from './pod-selector';
import type { PodSource } from './pod-source';

type Entry = readonly [manifest: JudgedManifest, selector: NonNullable<ReturnType<typeof selectorOf>>];

const NONE: readonly Entry[] = [];

/** The selectors of one kind: each is found by the label in it that the fewest others ask for. */
class KindSelectors {
  private readonly byLabel = new Map<string, Entry[]>();
  private readonly withoutLabel = new Map<string, Entry[]>();

  constructor(
    manifests: readonly JudgedManifest[],
    private readonly set: ManifestSet,
  ) {
    const entries = manifests.flatMap((manifest): Entry[] => {
      const selector = selectorOf(manifest);
      return selector ? [[manifest, selector]] : [];
    });
    const uses = new Map<string, number>();
    for (const entry of entries) {
      for (const label of this.labelsOf(entry)) uses.set(label, (uses.get(label) ?? 0) + 1);
    }
    for (const entry of entries) {
      const labels = this.labelsOf(entry);
      if (labels.length === 0) push(this.withoutLabel, namespaceOf(entry[0]), entry);
      else push(this.byLabel, rarest(labels, uses), entry);
    }
  }

  of(source: PodSource): readonly JudgedManifest[] {
    const found: JudgedManifest[] = [];
    for (const namespace of source.namespace === '' ? [''] : [source.namespace, '']) {
      this.collect(this.withoutLabel.get(namespace) ?? NONE, source, found);
      for (const key of Object.keys(source.labels)) {
        const entries = this.byLabel.get(`${namespace} ${key}=${source.labels[key]}`);
        if (entries) this.collect(entries, source, found);
      }
    }
    return found;
  }

  private collect(entries: readonly Entry[], source: PodSource, found: JudgedManifest[]): void {
    for (const [manifest, selector] of entries) {
      if (this.set.selects(selector, source)) found.push(manifest);
    }
  }

  private labelsOf([manifest, { matchLabels = {} }]: Entry): string[] {
    return Object.entries(matchLabels)
      .filter(([key]) => this.set.isOfTemplates(key))
      .map(([key, value]) => `${namespaceOf(manifest)} ${key}=${value}`);
  }
}

class SelectingManifests {
  private readonly kinds = new Map<string, KindSelectors>();

  constructor(private readonly set: ManifestSet) {}

  /** The manifests of a kind, such as `Service`, whose selector matches pods of a source in its namespace. */
  of(source: PodSource, kind: string): readonly JudgedManifest[] {
    let selectors = this.kinds.get(kind);
    if (!selectors) {
      selectors = new KindSelectors(this.set.ofKind(kind), this.set);
      this.kinds.set(kind, selectors);
    }
    return selectors.of(source);
  }
}

/** What selects the pods of a source: an index in the direction opposite to that of selectors. */
export const selectingManifests = indexOnDemand(set => new SelectingManifests(set));

function rarest(labels: readonly string[], uses: ReadonlyMap<string, number>): string {
  return labels.reduce((rare, label) => ((uses.get(label) ?? 0) < (uses.get(rare) ?? 0) ? label : rare));
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}
