import { type ApiObject, Lazy } from 'cdk8s';
import type { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { dnsLabelComplaints } from '../kubernetes/dns-format';
import { claimTemplateNameBudget, statefulSetNameBudget } from '../kubernetes/name-budget';
import type { WorkloadIdentity } from '../naming/identity';
import { checkName } from '../naming/object-name';
import { RenderedObject } from '../objects/rendered-object';
import { PropError } from '../prop-error';
import type { HeadlessService } from '../services/headless-service';
import type { IMountable } from '../storage/mountable';
import { VolumeClaimTemplate, type VolumeClaimTemplateProps } from '../storage/volume-claim-template';
import type { Container } from './container';
import type { NamedContainerProps } from './container-props';
import type { PodWorkloadProps } from './pod-props';
import { PodWorkload } from './pod-workload';
import { StatefulPod } from './stateful-pod';
import { STATEFUL_SET_TYPE } from './stateful-set-type';
import type { StatefulUpdateStrategy } from './update-strategy';

/** What happens to the claims of pods that go for good. */
export interface ClaimRetention {
  /** When the set is deleted. @default not emitted: Retain */
  readonly whenDeleted?: 'Retain' | 'Delete';
  /** When the set is scaled down. @default not emitted: Retain */
  readonly whenScaled?: 'Retain' | 'Delete';
}

/** Props of a StatefulSet. */
export interface StatefulSetProps extends PodWorkloadProps {
  /** Ordinal of the first pod. @default not emitted: 0 */
  readonly firstOrdinal?: number;
  /** Whether pods start and stop one after the other. @default not emitted: OrderedReady */
  readonly podManagement?: 'OrderedReady' | 'Parallel';
  /** Old templates kept for a rollback. @default not emitted: 10 */
  readonly revisionHistoryLimit?: number;
  /** @default not emitted: a rolling update */
  readonly updateStrategy?: StatefulUpdateStrategy;
  /** @default not emitted: claims are never deleted */
  readonly claimRetention?: ClaimRetention;
}

/**
 * The prop, or the place, that sets each field of StatefulSetSpec. The compiler refuses a gap.
 */
export const STATEFUL_SET_FIELDS = {
  minReadySeconds: 'minReady',
  ordinals: 'firstOrdinal',
  persistentVolumeClaimRetentionPolicy: 'claimRetention',
  podManagementPolicy: 'podManagement',
  replicas: 'replicas',
  revisionHistoryLimit: 'revisionHistoryLimit',
  selector: 'name',
  serviceName: 'governingService',
  template: 'container',
  updateStrategy: 'updateStrategy',
  volumeClaimTemplates: 'addClaim()',
} as const satisfies Record<keyof k8s.StatefulSetSpec, string>;

/**
 * A StatefulSet with its claim templates, governed by a headless Service that is handed to it.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/
 */
export class StatefulSet extends PodWorkload {
  protected override readonly apiObject: ApiObject;
  readonly resourceType = 'statefulsets';
  readonly container: Container;
  private readonly claims: VolumeClaimTemplate[] = [];

  /** @throws PropError for a name that leaves no room for what Kubernetes derives from it. */
  constructor(
    scope: Construct,
    id: string,
    identity: WorkloadIdentity,
    private readonly setProps: StatefulSetProps,
    /** The headless Service that gives the pods their names. */
    readonly governingService: HeadlessService,
  ) {
    super(scope, id, identity, setProps);
    const budget = statefulSetNameBudget(this.highestOrdinal);
    checkName(this, { prop: 'name', name: identity.name, complaints: dnsLabelComplaints, budget });
    this.apiObject = new RenderedObject(this, 'Resource', STATEFUL_SET_TYPE, {
      metadata: this.ownMetadata,
      spec: Lazy.any({ produce: () => this.spec() }),
    });
    governingService.select(this);
    this.container = this.attachFirst();
  }

  override attach(props: NamedContainerProps): Container {
    return this.published(super.attach(props));
  }

  override attachInit(props: NamedContainerProps, restartPolicy?: 'Always'): Container {
    return this.published(super.attachInit(props, restartPolicy));
  }

  /**
   * Adds a claim template: every pod gets a claim of its own, which outlives the pod.
   *
   * @param name name of the template; the claim of pod 0 is called name, hyphen, set, `-0`.
   * @throws PropError when the name is taken, invalid or too long for what is derived from it.
   */
  addClaim(name: string, props: VolumeClaimTemplateProps): VolumeClaimTemplate {
    const budget = claimTemplateNameBudget(this.identity.name, this.highestOrdinal);
    checkName(this, { prop: 'claim name', name, complaints: dnsLabelComplaints, budget });
    if (this.claims.some(claim => claim.volumeName === name)) {
      throw new PropError({
        construct: this,
        prop: 'claim name',
        problem: 'is the name of another claim template of the set',
        received: name,
        fix: 'give the claim another name',
      });
    }
    const claim = new VolumeClaimTemplate(this, name, props);
    this.claims.push(claim);
    return claim;
  }

  /** The pods by ordinal: as many as there are replicas, or as the autoscaler's minimum. */
  get pods(): readonly StatefulPod[] {
    const first = this.setProps.firstOrdinal ?? 0;
    return Array.from({ length: this.minReplicas }, (_, index) => new StatefulPod(this, first + index));
  }

  private published(container: Container): Container {
    const ports = this.runningContainers.includes(container) ? container.listensOn : [];
    for (const { number, name, protocol } of ports) {
      this.requirePortNames(container, name);
      this.governingService.bind(number, { name, protocol });
    }
    return container;
  }

  private requirePortNames(container: Container, name: string | undefined): void {
    const present = this.governingService.servicePorts;
    if (present.length === 0 || (name !== undefined && present.every(port => port.name !== undefined)))
      return;
    throw new PropError({
      construct: this,
      prop: `ports of container '${container.name}'`,
      problem: 'need a name each: the governing Service has more than one port',
      received: [...present, { name }].map(port => port.name ?? 'no name'),
      fix: "give every port of the stack's containers a 'name'",
    });
  }

  private get highestOrdinal(): number {
    return (this.setProps.firstOrdinal ?? 0) + Math.max(1, this.maxReplicas) - 1;
  }

  protected override ownsTemplate(template: IMountable): boolean {
    return this.claims.includes(template as VolumeClaimTemplate);
  }

  private spec(): k8s.StatefulSetSpec {
    const { setProps: props } = this;
    return {
      replicas: this.replicaField,
      serviceName: this.governingService.name,
      selector: { matchLabels: this.matchLabels },
      template: this.podTemplate(),
      ordinals: props.firstOrdinal === undefined ? undefined : { start: props.firstOrdinal },
      minReadySeconds: this.minReadySeconds,
      podManagementPolicy: props.podManagement,
      revisionHistoryLimit: props.revisionHistoryLimit,
      updateStrategy: props.updateStrategy?.toKube(),
      persistentVolumeClaimRetentionPolicy: props.claimRetention,
      volumeClaimTemplates: this.claims.length > 0 ? this.claims.map(claim => claim.toKube()) : undefined,
    };
  }
}
