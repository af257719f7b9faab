import type { Construct } from 'constructs';
import { podFqdn } from '../naming/dns-address';
import type { IpFamilyProps } from './ip-families';
import type { ServicePods } from './pod-labels';
import { Service, type ServiceProps } from './service';
import { refuseTranslation, type ServicePort } from './service-port';

/** Props of a {@link HeadlessService}. */
export interface HeadlessServiceProps extends ServiceProps, IpFamilyProps {
  /**
   * The pods that it gives names to.
   *
   * @default none yet: a workload that takes it as its governing Service selects its own pods
   */
  readonly pods?: ServicePods;

  /**
   * The ports that get SRV records. A headless Service needs none: DNS answers with addresses all the same.
   *
   * @default none
   */
  readonly ports?: readonly ServicePort[];

  /**
   * Whether DNS answers with pods that are not ready: members of a cluster that must find each other before
   * they can become ready need it.
   *
   * @default not emitted: false
   */
  readonly publishNotReadyAddresses?: boolean;
}

/**
 * A Service without an address of its own: DNS answers with the addresses of the pods, and each pod that has a
 * host name (a replica of a StatefulSet, or a pod with `hostname` and with this Service's name as `subdomain`)
 * gets a name of its own.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/service/#headless-services
 */
export class HeadlessService extends Service {
  constructor(scope: Construct, id: string, props: HeadlessServiceProps = {}) {
    super(scope, id, props, {
      clusterIp: 'None',
      publishNotReadyAddresses: props.publishNotReadyAddresses,
      ipFamilyPolicy: props.ipFamilyPolicy,
      ipFamilies: props.ipFamilies,
    });
    this.offer(props.ports ?? []);
    if (props.pods !== undefined) this.select(props.pods);
  }

  /**
   * The fully qualified name of a pod behind it.
   *
   * @param hostname the pod's host name.
   * @throws PropError when the namespace is not known.
   */
  podFqdn(hostname: string): string {
    return podFqdn(this, hostname, { service: this.name, namespace: this.namespace });
  }

  protected override offer(ports: readonly ServicePort[]): void {
    refuseTranslation(this, ports, 'behind a headless Service clients connect to the pod itself');
    super.offer(ports);
  }
}
