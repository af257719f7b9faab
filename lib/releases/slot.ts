import { createHash } from 'node:crypto';
import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { DisruptionBudget, type DisruptionBudgetOptions } from '../governance/disruption-budget';
import type { WorkloadIdentity } from '../naming/identity';
import { HeadlessService } from '../services/headless-service';
import type { VolumeClaimTemplate, VolumeClaimTemplateProps } from '../storage/volume-claim-template';
import type { Container } from '../workloads/container';
import { Deployment, type DeploymentProps } from '../workloads/deployment';
import type { PodWorkload } from '../workloads/pod-workload';
import { ReplicaSet, type ReplicaSetProps } from '../workloads/replica-set';
import { Stack } from '../workloads/stack';
import type { StatefulPod } from '../workloads/stateful-pod';
import { StatefulSet, type StatefulSetProps } from '../workloads/stateful-set';
import type { Color, SlotState } from './release-state';

/** Props that a slot has beside those of its workload. */
export interface SlotBudget {
  /** How fast nodes may be drained of this colour. @default none: no budget */
  readonly disruptionBudget?: DisruptionBudgetOptions;
}

/** One colour of a release: a workload that runs beside the other colour, and is live or not. */
export abstract class Slot extends Stack {
  /** The budget, where one was asked for. */
  readonly disruptionBudget?: DisruptionBudget;

  /** @throws PropError for a budget that the API server would refuse. */
  protected constructor(
    scope: Construct,
    readonly color: Color,
    identity: WorkloadIdentity,
    budget?: DisruptionBudgetOptions,
  ) {
    super(scope, color);
    const { name, namespace, labels } = identity;
    if (budget) {
      const metadata = { name, namespace, labels };
      this.disruptionBudget = new DisruptionBudget(this, 'DisruptionBudget', {
        ...budget,
        metadata,
        matchLabels: labels,
      });
    }
  }

  protected abstract override readonly workload: PodWorkload;

  /** The least number of pods: the autoscaler's minimum, or the replicas. */
  get minReplicas(): number {
    return this.workload.minReplicas;
  }

  /** The containers that a Service can lead to. */
  get runningContainers(): readonly Container[] {
    return this.workload.runningContainers;
  }

  /** The pods that have a name of their own: those of a StatefulSet, else none. */
  get pods(): readonly StatefulPod[] {
    return [];
  }

  /** What the next release compares with: the replicas, and a digest of the pod template. */
  state(): SlotState {
    const { spec } = ApiObject.of(this).toJson() as { spec: { template: unknown } };
    const digest = createHash('sha256').update(JSON.stringify(spec.template)).digest('hex');
    return { replicas: this.minReplicas, template: `sha256:${digest}` };
  }
}

/** A slot that is a Deployment. */
export class DeploymentSlot extends Slot {
  protected readonly workload: Deployment;

  constructor(
    scope: Construct,
    color: Color,
    identity: WorkloadIdentity,
    props: DeploymentProps & SlotBudget,
  ) {
    super(scope, color, identity, props.disruptionBudget);
    this.workload = new Deployment(this, 'Resource', identity, props);
  }
}

/** A slot that is a ReplicaSet. */
export class ReplicaSetSlot extends Slot {
  protected readonly workload: ReplicaSet;

  constructor(
    scope: Construct,
    color: Color,
    identity: WorkloadIdentity,
    props: ReplicaSetProps & SlotBudget,
  ) {
    super(scope, color, identity, props.disruptionBudget);
    this.workload = new ReplicaSet(this, 'Resource', identity, props);
  }
}

/** A slot that is a StatefulSet with a headless Service of its own, which stays whichever slot is live. */
export class StatefulSlot extends Slot {
  /** The headless Service that gives the pods their names. */
  readonly governingService: HeadlessService;
  protected readonly workload: StatefulSet;

  constructor(
    scope: Construct,
    color: Color,
    identity: WorkloadIdentity,
    props: StatefulSetProps & SlotBudget,
  ) {
    super(scope, color, identity, props.disruptionBudget);
    const { name, namespace, labels } = identity;
    this.governingService = new HeadlessService(this, 'Service', { name, namespace, labels });
    this.workload = new StatefulSet(this, 'Resource', identity, props, this.governingService);
  }

  override get pods(): readonly StatefulPod[] {
    return this.workload.pods;
  }

  /**
   * Adds a claim template: every pod of this slot gets a claim of its own; the other slot never shares it.
   *
   * @throws PropError when the name is taken, invalid or too long for what is derived from it.
   */
  addClaim(name: string, props: VolumeClaimTemplateProps): VolumeClaimTemplate {
    return this.workload.addClaim(name, props);
  }
}
