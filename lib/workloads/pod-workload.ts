import { type ApiObject, ApiObjectMetadataDefinition } from 'cdk8s';
import {
  type IScalable,
  type k8s,
  LabelSelector,
  type PodSelectorConfig,
  type ScalingTarget,
  type SubjectConfiguration,
  Workload,
} from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import type { WorkloadIdentity } from '../naming/identity';
import type { NamedProps } from '../objects/rendered-object';
import { wholeSeconds } from '../objects/whole-seconds';
import { PropError } from '../prop-error';
import type { IMountable } from '../storage/mountable';
import { autoscalerOf } from './autoscaler';
import { Container } from './container';
import type { IVolumeOwner } from './container-mounts';
import type { NamedContainerProps } from './container-props';
import { checkPodLabels, checkReplicas, type PodWorkloadProps, plainPodFields } from './pod-props';
import { podScheduling } from './pod-scheduling';
import { type IPodGroup, PodVolumes } from './pod-volumes';
import { restricted } from './restricted-profile';

/**
 * A cdk8s-plus Workload whose pods carry what was asked for and nothing else. Its selector is the identity of the
 * stack, never a hash of the construct's path.
 *
 * The base constructors call overridable members before the fields below exist, and the base renders on its own
 * defaults: so the members that it would call are overridden here, and none of its private names is used again.
 */
export abstract class PodWorkload extends Workload implements IScalable, IVolumeOwner, IPodGroup {
  protected abstract override readonly apiObject: ApiObject;
  hasAutoscaler = false;
  /** The container that the workload is for. */
  abstract readonly container: Container;

  protected readonly minReadySeconds?: number;
  private readonly terminationGracePeriodSeconds?: number;
  private readonly initial: Container[] = [];
  private readonly adopted = new PodVolumes(this);
  private metadataOfPods?: ApiObjectMetadataDefinition;

  /** @throws PropError for replicas, a label, a container or a port that the API server would refuse. */
  protected constructor(
    scope: Construct,
    id: string,
    protected readonly identity: WorkloadIdentity,
    protected readonly podProps: PodWorkloadProps,
  ) {
    super(scope, id, { select: false });
    const { replicas, minReady, terminationGracePeriod } = podProps;
    checkReplicas(this, replicas);
    checkPodLabels(this, podProps.podLabels, identity);
    this.minReadySeconds = wholeSeconds('minReady', minReady, this);
    this.terminationGracePeriodSeconds = wholeSeconds('terminationGracePeriod', terminationGracePeriod, this);
  }

  /** The container that the workload is for, called like the stack or the release where it has no name. */
  protected attachFirst(): Container {
    const { container } = this.podProps;
    return this.attach({ ...container, name: container.name ?? this.identity.of });
  }

  /** The metadata of the workload itself. */
  protected get ownMetadata(): NamedProps['metadata'] {
    const { name, namespace, labels } = this.identity;
    return { name, namespace, labels, annotations: this.podProps.annotations };
  }

  /** The labels that select the workload's pods. */
  override get matchLabels(): Record<string, string> {
    return { ...this.identity.labels };
  }

  override get podMetadata(): ApiObjectMetadataDefinition {
    this.metadataOfPods ??= new ApiObjectMetadataDefinition({
      labels: { ...this.podProps.podLabels, ...this.identity.labels },
      annotations: { ...this.podProps.podAnnotations },
      apiObject: this.apiObject,
    });
    return this.metadataOfPods;
  }

  /** Adds a container beside the first. @throws PropError when its name is taken. */
  attach(props: NamedContainerProps): Container {
    this.requireFreeName(props.name);
    const container = new Container(this, props);
    this.attachContainer(container);
    return container;
  }

  /** Adds a container that runs to its end before the others start. @throws PropError when its name is taken. */
  attachInit(props: NamedContainerProps, restartPolicy?: 'Always'): Container {
    this.requireFreeName(props.name);
    const container = new Container(this, props, restartPolicy);
    this.initial.push(container);
    return container;
  }

  override get initContainers(): Container[] {
    return [...this.initial];
  }

  /** Every container that runs while the pod does: ordinary ones, and sidecars. */
  get runningContainers(): Container[] {
    return [...this.containers, ...this.initial.filter(c => c.isSidecar)] as Container[];
  }

  adoptVolume(volume: IMountable): void {
    this.adopted.add(volume, this.ownsTemplate(volume));
  }

  markHasAutoscaler(): void {
    this.hasAutoscaler = true;
  }

  toScalingTarget(): ScalingTarget {
    const { kind, apiVersion } = this.apiObject;
    return { kind, apiVersion, name: this.name, containers: this.containers, replicas: this.replicaField };
  }

  override toPodSelectorConfig(): PodSelectorConfig {
    const { namespace } = this.identity;
    return {
      labelSelector: LabelSelector.of({ labels: this.matchLabels }),
      namespaces: namespace === undefined ? undefined : { names: [namespace] },
    };
  }

  override toSubjectConfiguration(): SubjectConfiguration {
    const name = this.podProps.serviceAccount?.name ?? 'default';
    return { kind: 'ServiceAccount', apiGroup: '', name, namespace: this.identity.namespace };
  }

  /** The field `replicas`: an autoscaler owns the number, where there is one. */
  protected get replicaField(): number | undefined {
    return this.hasAutoscaler ? undefined : this.podProps.replicas;
  }

  /** The least number of pods: the autoscaler's minimum, the replicas given, or 1. */
  get minReplicas(): number {
    return autoscalerOf(this)?.minReplicas ?? this.podProps.replicas ?? 1;
  }

  /** The namespace that the pods are in, where one is known. */
  get podNamespace(): string | undefined {
    return this.identity.namespace;
  }

  /** The most pods at a time: the autoscaler's maximum, or the replicas. */
  get maxReplicas(): number {
    return autoscalerOf(this)?.maxReplicas ?? this.podProps.replicas ?? 1;
  }

  /** The pod template as the API writes it. */
  protected podTemplate(): k8s.PodTemplateSpec {
    return { metadata: this.podMetadata.toJson(), spec: this._toPodSpec() };
  }

  override _toPodSpec(): k8s.PodSpec {
    const { profile, serviceAccount } = this.podProps;
    const spec: k8s.PodSpec = {
      ...plainPodFields(this.podProps),
      ...podScheduling(this, this.podProps),
      serviceAccountName: serviceAccount?.name,
      terminationGracePeriodSeconds: this.terminationGracePeriodSeconds,
      initContainers: this.initial.length > 0 ? this.initial.map(c => c._toKube()) : undefined,
      containers: this.containers.map(c => c._toKube()),
      volumes: this.adopted.toKube([
        ...this.volumes,
        ...this.containers.flatMap(c => c.mounts.map(m => m.volume)),
      ]),
    };
    return profile === 'restricted' ? restricted(this, spec) : spec;
  }

  /** Whether a claim template is one of this workload's. Only a StatefulSet has any. */
  protected ownsTemplate(_template: IMountable): boolean {
    return false;
  }

  private requireFreeName(name: string): void {
    const taken = [...this.containers, ...this.initial].map(container => container.name);
    if (!taken.includes(name)) return;
    throw new PropError({
      construct: this,
      prop: 'container name',
      problem: 'is the name of another container of the pod',
      received: name,
      allowed: `a name beside ${taken.join(', ')}`,
      fix: "give the container another 'name'",
    });
  }
}
