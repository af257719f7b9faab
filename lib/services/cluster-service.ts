import type { Construct } from 'constructs';
import type { IpFamilyProps } from './ip-families';
import type { ServicePods } from './pod-labels';
import { Service, type ServiceProps } from './service';
import { requirePorts, type ServicePort } from './service-port';

/** Props of a {@link ClusterService}. */
export interface ClusterServiceProps extends ServiceProps, IpFamilyProps {
  /**
   * The pods that it leads to.
   *
   * @default none: the Service has no selector, and someone else writes its EndpointSlices
   */
  readonly pods?: ServicePods;

  /** The ports that it offers, at least one. */
  readonly ports: readonly ServicePort[];

  /**
   * Whether a client's connections go to one pod.
   *
   * @default not emitted: None
   */
  readonly sessionAffinity?: 'None' | 'ClientIP';

  /**
   * Whether traffic from within the cluster stays on its node.
   *
   * @default not emitted: Cluster
   */
  readonly internalTrafficPolicy?: 'Cluster' | 'Local';
}

/**
 * A Service with one address inside the cluster, behind which connections spread over the ready pods.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/service/#type-clusterip
 */
export class ClusterService extends Service {
  constructor(scope: Construct, id: string, props: ClusterServiceProps) {
    super(scope, id, props, {
      ipFamilyPolicy: props.ipFamilyPolicy,
      ipFamilies: props.ipFamilies,
      sessionAffinity: props.sessionAffinity,
      internalTrafficPolicy: props.internalTrafficPolicy,
    });
    requirePorts(this, props.ports);
    this.offer(props.ports);
    if (props.pods !== undefined) this.select(props.pods);
  }
}
