import { type ApiObject, type Duration, Lazy } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { dnsSubdomainComplaints } from '../kubernetes/dns-format';
import type { WorkloadIdentity } from '../naming/identity';
import { checkName } from '../naming/object-name';
import { intOrString } from '../objects/int-or-string';
import { RenderedObject } from '../objects/rendered-object';
import { wholeSeconds } from '../objects/whole-seconds';
import type { Container } from './container';
import type { PodWorkloadProps } from './pod-props';
import { PodWorkload } from './pod-workload';

/** Options of a rolling update of a Deployment: numbers, or percentages such as `25%`. */
export interface DeploymentRollingUpdate {
  /** Pods above the number of replicas. @default not emitted: 25% */
  readonly maxSurge?: number | string;
  /** Pods that may be missing. @default not emitted: 25% */
  readonly maxUnavailable?: number | string;
}

/**
 * How a Deployment replaces its pods when the template changes.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#strategy
 */
export class DeploymentUpdateStrategy {
  private constructor(private readonly strategy: k8s.DeploymentStrategy) {}

  /** All old pods stop before the first new one starts. */
  static recreate(): DeploymentUpdateStrategy {
    return new DeploymentUpdateStrategy({ type: 'Recreate' });
  }

  /** New pods start while old ones stop. */
  static rollingUpdate({ maxSurge, maxUnavailable }: DeploymentRollingUpdate = {}): DeploymentUpdateStrategy {
    const rollingUpdate = {
      maxSurge: maxSurge === undefined ? undefined : intOrString(maxSurge),
      maxUnavailable: maxUnavailable === undefined ? undefined : intOrString(maxUnavailable),
    };
    const given = maxSurge !== undefined || maxUnavailable !== undefined;
    return new DeploymentUpdateStrategy({
      type: 'RollingUpdate',
      rollingUpdate: given ? rollingUpdate : undefined,
    });
  }

  /** The strategy as the API writes it. */
  toKube(): k8s.DeploymentStrategy {
    return this.strategy;
  }
}

/** Props of a Deployment. */
export interface DeploymentProps extends PodWorkloadProps {
  /** @default not emitted: a rolling update */
  readonly updateStrategy?: DeploymentUpdateStrategy;
  /** Time after which an update that makes no progress has failed, whole seconds. @default not emitted: 600 seconds */
  readonly progressDeadline?: Duration;
  /** Old ReplicaSets kept for a rollback. @default not emitted: 10 */
  readonly revisionHistoryLimit?: number;
  /** Whether changes of the template wait. @default not emitted: false */
  readonly paused?: boolean;
}

/**
 * A Deployment.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/deployment/
 */
export class Deployment extends PodWorkload {
  protected override readonly apiObject: ApiObject;
  readonly resourceType = 'deployments';
  readonly container: Container;
  private readonly progressDeadlineSeconds?: number;

  /** @throws PropError for a name, replicas or a container that the API server would refuse. */
  constructor(
    scope: Construct,
    id: string,
    identity: WorkloadIdentity,
    private readonly props: DeploymentProps,
  ) {
    super(scope, id, identity, props);
    this.progressDeadlineSeconds = wholeSeconds('progressDeadline', props.progressDeadline, this);
    checkName(this, { prop: 'name', name: identity.name, complaints: dnsSubdomainComplaints });
    this.apiObject = new RenderedObject(this, 'Resource', k8s.KubeDeployment, {
      metadata: this.ownMetadata,
      spec: Lazy.any({ produce: () => this.spec() }),
    });
    this.container = this.attachFirst();
  }

  private spec(): k8s.DeploymentSpec {
    const { updateStrategy, revisionHistoryLimit, paused } = this.props;
    return {
      replicas: this.replicaField,
      selector: { matchLabels: this.matchLabels },
      template: this.podTemplate(),
      strategy: updateStrategy?.toKube(),
      minReadySeconds: this.minReadySeconds,
      progressDeadlineSeconds: this.progressDeadlineSeconds,
      revisionHistoryLimit,
      paused,
    };
  }
}
