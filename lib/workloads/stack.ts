import type {
  INetworkPolicyPeer,
  IPodSelector,
  IScalable,
  ISubject,
  NetworkPolicyPeerConfig,
  PodConnections,
  PodSelectorConfig,
  ScalingTarget,
  SubjectConfiguration,
  WorkloadScheduling,
} from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { isBefore } from '../kubernetes/kubernetes-version';
import { kubernetesVersionOf } from '../naming/cluster-settings';
import { PropError } from '../prop-error';
import type { Container } from './container';
import type { ContainerProps } from './container-props';
import type { PodWorkload } from './pod-workload';

/** A container beside the first: its name is given apart. */
export type AddedContainerProps = Omit<ContainerProps, 'name'>;

/**
 * A workload with what it cannot live without. Everything that takes a cdk8s-plus workload takes a stack:
 * autoscalers, network policies, role bindings, schedulers of other workloads, and Services.
 */
export abstract class Stack
  extends Construct
  implements IScalable, IPodSelector, INetworkPolicyPeer, ISubject
{
  protected abstract readonly workload: PodWorkload;

  /** Name of the workload. */
  get name(): string {
    return this.workload.name;
  }

  /** The container that the stack is for. */
  get container(): Container {
    return this.workload.container;
  }

  /** The containers of the pod, without init containers. */
  get containers(): Container[] {
    return this.workload.containers as Container[];
  }

  /**
   * Adds a container that runs beside the first.
   *
   * @throws PropError when the name is taken.
   */
  addContainer(name: string, props: AddedContainerProps): Container {
    return this.workload.attach({ ...props, name });
  }

  /**
   * Adds a container that must run to its end before the others start, in the order of the calls.
   *
   * @throws PropError when the name is taken, or for probes, which an init container cannot have.
   * @see https://kubernetes.io/docs/concepts/workloads/pods/init-containers/
   */
  addInitContainer(
    name: string,
    props: Omit<AddedContainerProps, 'readiness' | 'liveness' | 'startup'>,
  ): Container {
    return this.workload.attachInit({ ...props, name });
  }

  /**
   * Adds a sidecar: it starts before the containers and stops after them.
   *
   * @throws PropError when the target version is 1.28, which drops the field that makes it a sidecar, so that the
   * pod would wait for its end for ever.
   * @see https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/
   */
  addSidecar(name: string, props: AddedContainerProps): Container {
    const version = kubernetesVersionOf(this);
    if (isBefore(version, '1.29')) {
      throw new PropError({
        construct: this,
        prop: `sidecar '${name}'`,
        problem: `does not work on Kubernetes ${version}: the pod would wait for its end for ever`,
        allowed: 'sidecars since 1.29',
        fix: "use addContainer(), or set the app's context 'kubernetesVersion' to your cluster's",
      });
    }
    return this.workload.attachInit({ ...props, name }, 'Always');
  }

  /** Who the pods may talk to: makes cdk8s-plus network policies. */
  get connections(): PodConnections {
    return this.workload.connections;
  }

  /** Where the pods may run: cdk8s-plus affinity and tolerations. */
  get scheduling(): WorkloadScheduling {
    return this.workload.scheduling;
  }

  get hasAutoscaler(): boolean {
    return this.workload.hasAutoscaler;
  }

  markHasAutoscaler(): void {
    this.workload.markHasAutoscaler();
  }

  toScalingTarget(): ScalingTarget {
    return this.workload.toScalingTarget();
  }

  toPodSelectorConfig(): PodSelectorConfig {
    return this.workload.toPodSelectorConfig();
  }

  toPodSelector(): IPodSelector {
    return this;
  }

  toNetworkPolicyPeerConfig(): NetworkPolicyPeerConfig {
    return { podSelector: this.toPodSelectorConfig() };
  }

  toSubjectConfiguration(): SubjectConfiguration {
    return this.workload.toSubjectConfiguration();
  }
}
