import type { LabelSelectorSpec, Labels } from '../../kubernetes/label-selector';
import { type JudgedManifest, namespaceOf } from '../judged-manifest';
import { indexOnDemand } from './index-on-demand';
import type { ManifestSet } from './manifest-set';
import { selectorOf } from './pod-selector';
import type { PodSource } from './pod-source';

interface Selecting {
  readonly manifest: JudgedManifest;
  readonly selector: LabelSelectorSpec;
}

/** The selectors that ask for one label, or those that are looked for by it. */
interface Bearers {
  asked: number;
  readonly selecting: Selecting[];
}

const NONE: readonly JudgedManifest[] = [];

/** The selectors of one kind in one namespace: each is found by the label in it that the fewest others ask for. */
class NamespaceSelectors {
  private readonly byLabel = new Map<string, Map<string, Bearers>>();
  private readonly withoutLabel: Selecting[] = [];

  constructor(all: readonly Selecting[], set: ManifestSet) {
    const asked = all.map(({ selector }) => this.bearersOf(selector.matchLabels, set));
    for (const [at, bearers] of asked.entries()) {
      let rarest = bearers[0];
      for (const each of bearers) if (rarest && each.asked < rarest.asked) rarest = each;
      (rarest?.selecting ?? this.withoutLabel).push(all[at] as Selecting);
    }
  }

  /** Where the labels are that a selector asks for and templates give, each counted once more. */
  private bearersOf(labels: Labels = {}, set: ManifestSet): readonly Bearers[] {
    const found: Bearers[] = [];
    for (const key of Object.keys(labels)) {
      if (!set.isOfTemplates(key)) continue;
      let byValue = this.byLabel.get(key);
      if (!byValue) {
        byValue = new Map();
        this.byLabel.set(key, byValue);
      }
      const value = labels[key] as string;
      let bearers = byValue.get(value);
      if (!bearers) {
        bearers = { asked: 0, selecting: [] };
        byValue.set(value, bearers);
      }
      bearers.asked += 1;
      found.push(bearers);
    }
    return found;
  }

  collect(source: PodSource, set: ManifestSet, found: JudgedManifest[]): void {
    addSelecting(this.withoutLabel, source, set, found);
    for (const key of Object.keys(source.labels)) {
      const bearers = this.byLabel.get(key)?.get(source.labels[key] as string);
      if (bearers) addSelecting(bearers.selecting, source, set, found);
    }
  }
}

function addSelecting(
  all: readonly Selecting[],
  source: PodSource,
  set: ManifestSet,
  found: JudgedManifest[],
): void {
  for (const { manifest, selector } of all) if (set.selects(selector, source)) found.push(manifest);
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
      if (selector) push(all, namespaceOf(manifest), { manifest, selector });
    }
    for (const [namespace, selecting] of all) {
      this.namespaces.set(namespace, new NamespaceSelectors(selecting, set));
    }
  }

  of(source: PodSource): readonly JudgedManifest[] {
    if (this.namespaces.size === 0) return NONE;
    const known = this.known.get(source);
    if (known) return known;
    const found: JudgedManifest[] = [];
    this.namespaces.get(source.namespace)?.collect(source, this.set, found);
    if (source.namespace !== '') this.namespaces.get('')?.collect(source, this.set, found);
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

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}
