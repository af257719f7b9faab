import type { Endpoint } from '../services/endpoint';
import type { HeadlessService } from '../services/headless-service';

/** What the pods of a set have in common. */
export interface IStatefulPods {
  readonly name: string;
  readonly governingService: HeadlessService;
}

/**
 * One pod of a StatefulSet: its name stays when it moves or restarts.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#stable-network-id
 */
export class StatefulPod {
  /** Name of the pod, and its host name: `postgres-0`. */
  readonly name: string;

  constructor(
    private readonly set: IStatefulPods,
    /** Its number in the set. */
    readonly ordinal: number,
  ) {
    this.name = `${set.name}-${ordinal}`;
  }

  /** Host name of the pod: the same as its name. */
  get hostname(): string {
    return this.name;
  }

  /**
   * The name that resolves from every namespace: `postgres-0.postgres.shop.svc.cluster.local`.
   *
   * @throws PropError when the namespace is not known.
   */
  get fqdn(): string {
    return this.set.governingService.podFqdn(this.name);
  }

  /**
   * The endpoint of a port of this pod alone.
   *
   * @param port name of the port; may be left out where there is one.
   * @throws PropError when there is no such port.
   */
  endpoint(port?: string): Endpoint {
    return this.set.governingService.endpoint(port).ofPod(this.name);
  }
}
