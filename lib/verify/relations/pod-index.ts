import type { LabelRequirement, LabelSelectorSpec, Labels } from '../../kubernetes/label-selector';
import type { JudgedManifest } from '../judged-manifest';
import type { Autoscalers } from './autoscalers';
import { controllerLabelMayBe, hasControllerLabel, isControllerLabel } from './controller-labels';
import { type PodSource, podSource } from './pod-source';

const NONE: readonly PodSource[] = [];

/** The pods of one namespace, by label. */
class NamespacePods {
  readonly all: PodSource[] = [];
  private readonly byLabel = new Map<string, Map<string, PodSource[]>>();

  add(source: PodSource): void {
    this.all.push(source);
    for (const key of Object.keys(source.labels)) {
      let byValue = this.byLabel.get(key);
      if (!byValue) {
        byValue = new Map();
        this.byLabel.set(key, byValue);
      }
      const value = source.labels[key] as string;
      const known = byValue.get(value);
      if (known) known.push(source);
      else byValue.set(value, [source]);
    }
  }

  bearersOf(key: string, value: string): readonly PodSource[] {
    return this.byLabel.get(key)?.get(value) ?? NONE;
  }
}

/** What makes pods in the input, by namespace and label. */
export class PodIndex {
  private readonly sources = new Map<JudgedManifest, PodSource>();
  private namespaces?: Map<string, NamespacePods>;
  /** The manifest that was asked for last: many rules ask for it, one after the other. */
  private last?: JudgedManifest;
  private lastSource?: PodSource;

  /** @param agentLabels keys of labels that something in the cluster sets on pods. */
  constructor(
    private readonly manifests: readonly JudgedManifest[],
    private readonly autoscalers: Autoscalers,
    private readonly agentLabels: ReadonlySet<string>,
  ) {}

  /** The pods that a manifest makes; undefined where it makes none that can be seen. */
  of(manifest: JudgedManifest): PodSource | undefined {
    if (manifest === this.last) return this.lastSource;
    let source = this.sources.get(manifest);
    if (!source) {
      source = podSource(manifest);
      if (source) this.sources.set(manifest, source);
    }
    this.last = manifest;
    this.lastSource = source;
    return source;
  }

  /**
   * The sources of a namespace whose pods a selector matches, by labels of the template and by labels that
   * controllers set; without any there, those that may be in the namespace.
   */
  matching(namespace: string, selector: LabelSelectorSpec): readonly PodSource[] {
    const here = this.search(namespace, selector);
    if (here.length > 0) return here;
    if (namespace !== '') return this.search('', selector);
    return [...this.byNamespace().keys()].flatMap(other => this.search(other, selector));
  }

  private byNamespace(): ReadonlyMap<string, NamespacePods> {
    if (this.namespaces) return this.namespaces;
    const namespaces = new Map<string, NamespacePods>();
    for (const manifest of this.manifests) {
      const source = this.of(manifest);
      if (!source) continue;
      let pods = namespaces.get(source.namespace);
      if (!pods) {
        pods = new NamespacePods();
        namespaces.set(source.namespace, pods);
      }
      pods.add(source);
    }
    this.namespaces = namespaces;
    return namespaces;
  }

  private search(namespace: string, selector: LabelSelectorSpec): readonly PodSource[] {
    const pods = this.byNamespace().get(namespace);
    if (!pods) return NONE;
    let fewest: readonly PodSource[] = pods.all;
    const labels: Labels = selector.matchLabels ?? {};
    for (const key of Object.keys(labels)) {
      if (!this.isOfTemplates(key)) continue;
      const bearers = pods.bearersOf(key, labels[key] as string);
      if (bearers.length === 0) return NONE;
      if (bearers.length < fewest.length) fewest = bearers;
    }
    return fewest.every(source => this.matches(source, selector))
      ? fewest
      : fewest.filter(source => this.matches(source, selector));
  }

  /** Whether a selector matches the pods of a source, or some of them, in whichever namespace they are. */
  matches(source: PodSource, { matchLabels, matchExpressions }: LabelSelectorSpec): boolean {
    if (matchLabels) {
      for (const key of Object.keys(matchLabels)) {
        if (!this.hasLabel(source, key, matchLabels[key] as string)) return false;
      }
    }
    return matchExpressions?.every(requirement => this.holds(source, requirement)) ?? true;
  }

  /** Whether pods have a label from their template alone. */
  isOfTemplates(key: string): boolean {
    return !isControllerLabel(key) && !this.agentLabels.has(key);
  }

  private holds(source: PodSource, { key, operator, values = [] }: LabelRequirement): boolean {
    switch (operator) {
      case 'In':
        return values.some(value => this.hasLabel(source, key, value));
      case 'NotIn':
        return this.isUnknown(source, key) || !values.includes(source.labels[key] as string);
      case 'Exists':
        return Object.hasOwn(source.labels, key) || this.isUnknown(source, key);
      case 'DoesNotExist':
        return !Object.hasOwn(source.labels, key) && !hasControllerLabel(source, key);
      default:
        return false;
    }
  }

  private hasLabel(source: PodSource, key: string, value: string): boolean {
    if (isControllerLabel(key) && hasControllerLabel(source, key)) {
      return typeof value === 'string' && controllerLabelMayBe(source, key, value, this.autoscalers);
    }
    return source.labels[key] === value || this.agentLabels.has(key);
  }

  /** Whether something else than the template sets the label, to who knows which value. */
  private isUnknown(source: PodSource, key: string): boolean {
    return this.agentLabels.has(key) || hasControllerLabel(source, key);
  }
}
