import type { Construct } from 'constructs';
import type { DeploymentProps } from '../workloads/deployment';
import type { ReplicaSetProps } from '../workloads/replica-set';
import type { StatefulSetProps } from '../workloads/stateful-set';
import { type BlueGreenProps, BlueGreenRelease } from './blue-green-release';
import { DeploymentSlot, ReplicaSetSlot, StatefulSlot } from './slot';

/**
 * A blue/green release of Deployments: two slots, a live Service, and where both slots are filled a preview
 * Service. Changing `live` changes the selectors of these Services and nothing else; so does changing it back.
 *
 * The slots' pods bear the label `cdk8s-drydock/slot` with the colour as its value. While the switch is being
 * applied no request fails where both slots listen on the same port number and the incoming slot is ready.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/deployment/
 */
export class BlueGreen extends BlueGreenRelease<DeploymentProps, DeploymentSlot> {
  /** @throws PropError for an empty live slot, or a switch to a slot with fewer replicas. */
  constructor(scope: Construct, id: string, props: BlueGreenProps<DeploymentProps>) {
    super(scope, id, props, (...slot) => new DeploymentSlot(...slot));
  }
}

/**
 * A blue/green release of ReplicaSets: a changed template touches no running pod, so that a slot stays what it
 * was when it was filled.
 */
export class ReplicaSetBlueGreen extends BlueGreenRelease<ReplicaSetProps, ReplicaSetSlot> {
  /** @throws PropError for an empty live slot, or a switch to a slot with fewer replicas. */
  constructor(scope: Construct, id: string, props: BlueGreenProps<ReplicaSetProps>) {
    super(scope, id, props, (...slot) => new ReplicaSetSlot(...slot));
  }
}

/**
 * A blue/green release of StatefulSets: each slot owns a governing headless Service and its claims for good; live
 * and preview are Services beside them.
 */
export class StatefulBlueGreen extends BlueGreenRelease<StatefulSetProps, StatefulSlot> {
  /** @throws PropError for an empty live slot, or a switch to a slot with fewer replicas. */
  constructor(scope: Construct, id: string, props: BlueGreenProps<StatefulSetProps>) {
    super(scope, id, props, (...slot) => new StatefulSlot(...slot));
  }
}
