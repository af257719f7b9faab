import { PropError } from '../prop-error';
import type { ServicePods } from './pod-labels';
import { Service } from './service';
import { refuseNamedTargets, type ServicePort } from './service-port';

/** A Service that leads to what is no pod, and so never selects any. */
export abstract class SelectorlessService extends Service {
  /** @throws PropError always: with a selector the cluster would write EndpointSlices of pods beside ours. */
  override select(_pods: ServicePods): never {
    throw new PropError({
      construct: this,
      prop: 'pods',
      problem: 'cannot be selected by a Service that leads out of the cluster',
      fix: 'use a ClusterService or a HeadlessService for pods',
    });
  }

  protected override offer(ports: readonly ServicePort[]): void {
    refuseNamedTargets(this, ports);
    super.offer(ports);
  }
}
