import type { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import type { LabelSelectorSpec } from '../../kubernetes/label-selector';
import type { JudgedManifest } from '../judged-manifest';
import { type Data, identityOf } from '../manifest';
import { AUTOSCALING_KINDS, Autoscalers } from './autoscalers';
import { isBuiltIn, isSystemNamespace } from './built-in-objects';
import { ExternalObjects } from './external-objects';
import { ObjectIndex } from './object-index';
import { OperatorObjects } from './operator-objects';
import { type PodCount, podCount } from './pod-count';
import { PodIndex } from './pod-index';
import type { PodSource } from './pod-source';

/** What is known of the cluster beside the manifests. */
export interface Surroundings {
  readonly version: KubernetesVersion;
  /** Objects that live elsewhere; nothing is found on them. */
  readonly external: readonly Data[];
  /** Keys of labels that something in the cluster sets on pods. */
  readonly agentLabels: readonly string[];
}

/**
 * The manifests of a verification as rules see them. Every question goes to an index that is built once.
 *
 * A manifest without a namespace goes where it is applied, which nobody knows here: it is looked for in every
 * namespace, and found from every namespace, where nothing fits better.
 */
export class ManifestSet {
  readonly version: KubernetesVersion;
  /** What is looked for on demand, each at a place of its own: see `indexOnDemand`. */
  readonly indexes: unknown[] = [];
  private readonly objects: ObjectIndex;
  private readonly external: ExternalObjects;
  private operators?: OperatorObjects;
  private readonly pods: PodIndex;
  private readonly autoscalers: Autoscalers;

  constructor(
    readonly manifests: readonly JudgedManifest[],
    { version, external, agentLabels }: Surroundings,
  ) {
    this.version = version;
    this.objects = new ObjectIndex(manifests);
    this.external = new ExternalObjects(external);
    this.autoscalers = new Autoscalers(AUTOSCALING_KINDS.flatMap(kind => this.ofKind(kind)));
    const elsewhere = external.map(data => ({ data, object: identityOf(data, -1) }));
    const all = elsewhere.length > 0 ? [...manifests, ...elsewhere] : manifests;
    this.pods = new PodIndex(all, this.autoscalers, new Set(agentLabels));
  }

  /** The manifests by their kinds. */
  *kinds(): Iterable<readonly [kind: string, manifests: readonly JudgedManifest[]]> {
    for (const kind of this.objects.kinds()) yield [kind, this.objects.ofKind(kind)];
  }

  /** The manifests of a kind, such as `Service` or `apps/StatefulSet`, in the order of the input. */
  ofKind(kind: string): readonly JudgedManifest[] {
    return this.objects.ofKind(kind);
  }

  /**
   * The manifests of a kind and a name in a namespace, empty for the cluster's; without any there, those that may
   * be in it. More than one are duplicates, or leave open which of them it is.
   */
  candidates(kind: string, namespace: string, name: string): readonly JudgedManifest[] {
    return this.objects.find(kind, namespace, name);
  }

  /** The manifest of a kind and a name in a namespace, where there is one and no doubt. */
  find(kind: string, namespace: string, name: string): JudgedManifest | undefined {
    const candidates = this.candidates(kind, namespace, name);
    return candidates.length === 1 ? candidates[0] : undefined;
  }

  /** Whether an object is in the input, declared to live elsewhere, built in, or made by a controller. */
  knows(kind: string, namespace: string, name: string): boolean {
    return (
      this.candidates(kind, namespace, name).length > 0 ||
      isBuiltIn(kind, namespace, name) ||
      this.external.has(kind, namespace, name) ||
      this.operatorObjects().mayMake(kind, namespace, name)
    );
  }

  /** The manifests with the kind, the namespace and the name of one of them, itself among them; none for one alone. */
  twinsOf(manifest: JudgedManifest): readonly JudgedManifest[] {
    return this.objects.twinsOf(manifest);
  }

  /** Whether some object of a kind, whatever its name, is declared to live in a namespace. */
  hasExternal(kind: string, namespace: string): boolean {
    return this.external.hasAny(kind, namespace);
  }

  /** The pods that a manifest makes; undefined where it makes none that can be seen. */
  podsOf(manifest: JudgedManifest): PodSource | undefined {
    return this.pods.of(manifest);
  }

  /** What makes pods that a selector matches in a namespace, external ones among them. */
  podsMatching(namespace: string, selector: LabelSelectorSpec): readonly PodSource[] {
    return this.pods.matching(namespace, selector);
  }

  /** Whether a selector matches the pods of a source, or some of them, in whichever namespace they are. */
  selects(selector: LabelSelectorSpec, source: PodSource): boolean {
    return this.pods.matches(source, selector);
  }

  /** Whether pods have a label from their template alone, and from no controller and no agent. */
  isOfTemplates(label: string): boolean {
    return this.pods.isOfTemplates(label);
  }

  /**
   * Whether pods that the input does not show may match: those of the cluster itself, an operator's, or such as live
   * elsewhere.
   */
  mayMatchUnseenPods(namespace: string, selector: LabelSelectorSpec): boolean {
    return (
      isSystemNamespace(namespace) ||
      this.external.has('Pod', namespace, '') ||
      this.operatorObjects().mayMakePods(namespace, selector)
    );
  }

  /**
   * The same of labels of a selector that no pod of the input bears: any of them may tell of pods that a controller
   * makes.
   */
  mayMatchOnlyUnseenPods(namespace: string, selector: LabelSelectorSpec): boolean {
    return (
      isSystemNamespace(namespace) ||
      this.external.has('Pod', namespace, '') ||
      this.operatorObjects().mayLabelPods(namespace, selector)
    );
  }

  /** Whether a custom resource installs what the input does not show into a namespace. */
  isTarget(namespace: string): boolean {
    return this.operatorObjects().isTarget(namespace);
  }

  private operatorObjects(): OperatorObjects {
    this.operators ??= new OperatorObjects(this.manifests);
    return this.operators;
  }

  /** The HorizontalPodAutoscaler or the ScaledObject that scales a manifest, the first of several. */
  autoscalerOf(manifest: JudgedManifest): JudgedManifest | undefined {
    return this.autoscalers.of(manifest)[0];
  }

  /** All HorizontalPodAutoscalers and ScaledObjects that scale a manifest. */
  autoscalersOf(manifest: JudgedManifest): readonly JudgedManifest[] {
    return this.autoscalers.of(manifest);
  }

  /** The HorizontalPodAutoscalers and ScaledObjects with the target of one of them, itself among them. */
  autoscalersBeside(scaler: JudgedManifest): readonly JudgedManifest[] {
    return this.autoscalers.sharing(scaler);
  }

  /** How many pods a source may have at once, updates left out. */
  podCountOf(source: PodSource): PodCount {
    return podCount(source, this.autoscalers);
  }
}
