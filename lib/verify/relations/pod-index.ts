import type { LabelRequirement, LabelSelectorSpec } from '../../kubernetes/label-selector';
import type { JudgedManifest } from '../judged-manifest';
import type { Autoscalers } from './autoscalers';
import { controllerLabelMayBe, hasControllerLabel, isControllerLabel } from './controller-labels';
import { type PodSource, podSource } from './pod-source';

const NONE: readonly PodSource[] = [];

/** The pods of one namespace, by label. */
class NamespacePods {
  readonly all: PodSource[] = [];
  private readonly byLabel = new Map<string, PodSource[]>();

  add(source: PodSource): void {
    this.all.push(source);
    for (const key of Object.keys(source.labels)) {
      const label = `${key}=${source.labels[key]}`;
      const known = this.byLabel.get(label);
      if (known) known.push(source);
      else this.byLabel.set(label, [source]);
    }
  }

  /** The fewest that one of the labels leaves. */
  candidates(labels: readonly (readonly [string, string])[]): readonly PodSource[] {
    let fewest: readonly PodSource[] = this.all;
    for (const [key, value] of labels) {
      const bearers = this.byLabel.get(`${key}=${value}`) ?? NONE;
      if (bearers.length < fewest.length) fewest = bearers;
    }
    return fewest;
  }
}

/** What makes pods in the input, by namespace and label. */
export class PodIndex {
  private readonly sources = new Map<JudgedManifest, PodSource>();
  private readonly namespaces = new Map<string, NamespacePods>();

  /** @param agentLabels keys of labels that something in the cluster sets on pods. */
  constructor(
    manifests: readonly JudgedManifest[],
    private readonly autoscalers: Autoscalers,
    private readonly agentLabels: ReadonlySet<string>,
  ) {
    for (const manifest of manifests) {
      const source = podSource(manifest);
      if (!source) continue;
      this.sources.set(manifest, source);
      let pods = this.namespaces.get(source.namespace);
      if (!pods) {
        pods = new NamespacePods();
        this.namespaces.set(source.namespace, pods);
      }
      pods.add(source);
    }
  }

  /** The pods that a manifest makes; undefined where it makes none that can be seen. */
  of(manifest: JudgedManifest): PodSource | undefined {
    return this.sources.get(manifest);
  }

  /**
   * The sources of a namespace whose pods a selector matches, by labels of the template and by labels that
   * controllers set; without any there, those that may be in the namespace.
   */
  matching(namespace: string, selector: LabelSelectorSpec): readonly PodSource[] {
    const here = this.search(namespace, selector);
    if (here.length > 0) return here;
    if (namespace !== '') return this.search('', selector);
    return [...this.namespaces.keys()].flatMap(other => this.search(other, selector));
  }

  private search(namespace: string, selector: LabelSelectorSpec): readonly PodSource[] {
    const pods = this.namespaces.get(namespace);
    if (!pods) return NONE;
    const labels = Object.entries(selector.matchLabels ?? {});
    return pods
      .candidates(labels.filter(([key]) => this.isOfTemplates(key)))
      .filter(source => this.matches(source, selector));
  }

  /** Whether a selector matches the pods of a source, or some of them, in whichever namespace they are. */
  matches(source: PodSource, { matchLabels, matchExpressions }: LabelSelectorSpec): boolean {
    if (matchLabels) {
      for (const key of Object.keys(matchLabels)) {
        if (!this.isIn(source, key, [matchLabels[key] as string])) return false;
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
        return this.isIn(source, key, values);
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

  private isIn(source: PodSource, key: string, values: readonly string[]): boolean {
    if (hasControllerLabel(source, key)) {
      return values.some(
        value => typeof value === 'string' && controllerLabelMayBe(source, key, value, this.autoscalers),
      );
    }
    return this.agentLabels.has(key) || values.includes(source.labels[key] as string);
  }

  /** Whether something else than the template sets the label, to who knows which value. */
  private isUnknown(source: PodSource, key: string): boolean {
    return this.agentLabels.has(key) || hasControllerLabel(source, key);
  }
}
