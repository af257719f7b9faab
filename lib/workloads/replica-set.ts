import { type ApiObject, Lazy } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { dnsSubdomainComplaints } from '../kubernetes/dns-format';
import type { WorkloadIdentity } from '../naming/identity';
import { checkName } from '../naming/object-name';
import { RenderedObject } from '../objects/rendered-object';
import type { Container } from './container';
import type { PodWorkloadProps } from './pod-props';
import { PodWorkload } from './pod-workload';

/** Props of a ReplicaSet. */
export type ReplicaSetProps = PodWorkloadProps;

/**
 * A ReplicaSet: it keeps the number of pods, and never replaces a running pod when the template changes.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/replicaset/
 */
export class ReplicaSet extends PodWorkload {
  protected override readonly apiObject: ApiObject;
  readonly resourceType = 'replicasets';
  readonly container: Container;

  /** @throws PropError for a name, replicas or a container that the API server would refuse. */
  constructor(scope: Construct, id: string, identity: WorkloadIdentity, props: ReplicaSetProps) {
    super(scope, id, identity, props);
    checkName(this, { prop: 'name', name: identity.name, complaints: dnsSubdomainComplaints });
    this.apiObject = new RenderedObject(this, 'Resource', k8s.KubeReplicaSet, {
      metadata: this.ownMetadata,
      spec: Lazy.any({
        produce: (): k8s.ReplicaSetSpec => ({
          replicas: this.replicaField,
          selector: { matchLabels: this.matchLabels },
          template: this.podTemplate(),
          minReadySeconds: this.minReadySeconds,
        }),
      }),
    });
    this.container = this.attachFirst();
  }
}
