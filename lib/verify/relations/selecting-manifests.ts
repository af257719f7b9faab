import type { LabelSelectorSpec } from '../../kubernetes/label-selector';
import { type JudgedManifest, namespaceOf } from '../judged-manifest';
import { indexOnDemand } from './index-on-demand';
import type { ManifestSet } from './manifest-set';
import { selectorOf } from './pod-selector';
import type { PodSource } from './pod-source';

interface Selecting {
  readonly manifest: JudgedManifest;
  readonly selector: LabelSelectorSpec;
  /** The labels that it asks for and templates give, as `key=value`. */
  readonly labels: readonly string[];
}

const NONE: readonly JudgedManifest[] = [];

/** The selectors of one kind in one namespace: each is found by the label in it that the fewest others ask for. */
class NamespaceSelectors {
  private readonly byLabel = new Map<string, Selecting[]>();
  private readonly withoutLabel: Selecting[] = [];

  constructor(all: readonly Selecting[]) {
    const uses = new Map<string, number>();
    for (const { labels } of all) for (const label of labels) uses.set(label, (uses.get(label) ?? 0) + 1);
    for (const selecting of all) {
      const { labels } = selecting;
      if (labels.length === 0) this.withoutLabel.push(selecting);
      else push(this.byLabel, rarest(labels, uses), selecting);
    }
  }

  collect(source: PodSource, labels: readonly string[], set: ManifestSet, found: JudgedManifest[]): void {
    const add = ({ manifest, selector }: Selecting) => {
      if (set.selects(selector, source)) found.push(manifest);
    };
    this.withoutLabel.forEach(add);
    if (this.byLabel.size === 0) return;
    for (const label of labels) this.byLabel.get(label)?.forEach(add);
  }
}

/** The selectors of one kind. */
class KindSelectors {
  private readonly namespaces = new Map<string, NamespaceSelectors>();
  private readonly known = new Map<PodSource, readonly JudgedManifest[]>();

  constructor(
    manifests: readonly JudgedManifest[],
    private readonly set: ManifestSet,
  ) {
    const all = new Map<string, Selecting[]>();
    for (const manifest of manifests) {
      const selector = selectorOf(manifest);
      if (!selector) continue;
      const labels = labelsOf(selector.matchLabels ?? {}).filter(([key]) => set.isOfTemplates(key));
      push(all, namespaceOf(manifest), { manifest, selector, labels: labels.map(textOf) });
    }
    for (const [namespace, selecting] of all) {
      this.namespaces.set(namespace, new NamespaceSelectors(selecting));
    }
  }

  of(source: PodSource): readonly JudgedManifest[] {
    if (this.namespaces.size === 0) return NONE;
    const known = this.known.get(source);
    if (known) return known;
    const labels = labelsOf(source.labels).map(textOf);
    const found: JudgedManifest[] = [];
    for (const namespace of source.namespace === '' ? [''] : [source.namespace, '']) {
      this.namespaces.get(namespace)?.collect(source, labels, this.set, found);
    }
    this.known.set(source, found);
    return found;
  }
}

/** What selects the pods of a source: an index in the direction opposite to that of selectors. */
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

type Label = readonly [key: string, value: unknown];

function labelsOf(labels: Readonly<Record<string, unknown>>): Label[] {
  return Object.entries(labels);
}

function textOf([key, value]: Label): string {
  return `${key}=${value}`;
}

function rarest(labels: readonly string[], uses: ReadonlyMap<string, number>): string {
  return labels.reduce((rare, label) => ((uses.get(label) ?? 0) < (uses.get(rare) ?? 0) ? label : rare));
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}
