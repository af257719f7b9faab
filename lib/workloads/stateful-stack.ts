import type { Construct } from 'constructs';
import { DisruptionBudget, type DisruptionBudgetOptions } from '../governance/disruption-budget';
import { Identity, type IdentityProps } from '../naming/identity';
import { derivedName } from '../naming/object-name';
import { PropError } from '../prop-error';
import { ClusterService } from '../services/cluster-service';
import type { Endpoint, IConnectable } from '../services/endpoint';
import { HeadlessService } from '../services/headless-service';
import type { ServicePort } from '../services/service-port';
import type { VolumeClaimTemplate, VolumeClaimTemplateProps } from '../storage/volume-claim-template';
import { agentLabelsOf, type ClientPods, POD_NAME_LABEL } from './client-pods';
import { Stack } from './stack';
import type { StatefulPod } from './stateful-pod';
import { StatefulSet, type StatefulSetProps } from './stateful-set';
import { targetPortComplaints } from './target-ports';

/** Options of the headless Service that gives the pods their names. */
export interface GoverningServiceOptions {
  /** @default the name of the stack */
  readonly name?: string;
  /** Whether pods that are not ready can be found. @default not emitted: false */
  readonly publishNotReadyAddresses?: boolean;
  /** @default none */
  readonly annotations?: Readonly<Record<string, string>>;
}

/** Props of a {@link StatefulStack}. */
export interface StatefulStackProps extends IdentityProps, StatefulSetProps {
  /** The headless Service. @default named as the stack; the containers' ports become its ports */
  readonly governingService?: GoverningServiceOptions;
  /** How fast nodes may be drained. @default none: no budget */
  readonly disruptionBudget?: DisruptionBudgetOptions;
}

/** Options of a client Service. */
export interface ClientServiceOptions {
  /** The pods that it leads to. */
  readonly pods: ClientPods;
  /** @default the stack's name, a hyphen, and what the Service is for */
  readonly name?: string;
  /** @default the ports of the stack's containers */
  readonly ports?: readonly ServicePort[];
  /** @default none */
  readonly annotations?: Readonly<Record<string, string>>;
}

/** Options of a seed list. */
export interface SeedListOptions {
  /** Name of the port; may be left out where there is one. @default the only port */
  readonly port?: string;
  /** Whether hosts are fully qualified. @default false */
  readonly qualified?: boolean;
  /** What stands between two seeds. @default , */
  readonly separator?: string;
}

/**
 * A StatefulSet with the headless Service that governs it, the claims of its pods, and on request client Services
 * and a disruption budget.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/
 */
export class StatefulStack extends Stack implements IConnectable {
  /** The headless Service that gives the pods their names. */
  readonly governingService: HeadlessService;
  /** The budget, where one was asked for. */
  readonly disruptionBudget?: DisruptionBudget;
  protected readonly workload: StatefulSet;
  private readonly identity: Identity;

  /** @throws PropError naming the prop that the API server would refuse, or that no cluster could run. */
  constructor(scope: Construct, id: string, props: StatefulStackProps) {
    super(scope, id);
    const { governingService, disruptionBudget, name: _name, namespace, ...set } = props;
    this.identity = new Identity(this, props);
    const { name, labels } = this.identity;
    this.governingService = new HeadlessService(this, 'Service', {
      name,
      namespace,
      labels,
      ...governingService,
    });
    this.workload = new StatefulSet(this, 'Resource', this.identity, set, this.governingService);
    if (disruptionBudget) {
      const metadata = { name, namespace, labels };
      this.disruptionBudget = new DisruptionBudget(this, 'DisruptionBudget', {
        ...disruptionBudget,
        metadata,
        matchLabels: labels,
      });
    }
  }

  /**
   * Adds a claim template: every pod gets a claim of its own. Mount the handle that comes back.
   *
   * @throws PropError when the name is taken, invalid or too long for what is derived from it.
   */
  addClaim(name: string, props: VolumeClaimTemplateProps): VolumeClaimTemplate {
    return this.workload.addClaim(name, props);
  }

  /** The pods by ordinal: as many as there are replicas, or as the minimum of the autoscaler created so far. */
  get pods(): readonly StatefulPod[] {
    return this.workload.pods;
  }

  /** The endpoint of a port: its host is the governing Service, which answers with the ready pods. */
  endpoint(port?: string): Endpoint {
    return this.governingService.endpoint(port);
  }

  /**
   * What members of a cluster find each other by: `postgres-0.postgres:5432,postgres-1.postgres:5432`.
   *
   * @throws PropError when there is no such port, or when qualified without a known namespace.
   */
  seedList({ port, qualified = false, separator = ',' }: SeedListOptions = {}): string {
    const endpoints = this.pods.map(pod => pod.endpoint(port));
    return endpoints.map(endpoint => (qualified ? endpoint.qualified() : endpoint).address).join(separator);
  }

  /**
   * Adds a Service for clients, which has an address of its own.
   *
   * @param purpose what it is for: part of its name.
   * @throws PropError when it would lead to no pod of the stack.
   */
  addClientService(
    purpose: string,
    { pods, name, ports, annotations }: ClientServiceOptions,
  ): ClusterService {
    this.checkClientPods(pods);
    const service = new ClusterService(this, `Service-${purpose}`, {
      name: name ?? derivedName(this.identity.name, purpose),
      namespace: this.identity.namespace,
      labels: this.identity.labels,
      annotations: { ...agentLabelsOf(pods), ...annotations },
      pods: this,
      ports: ports ?? this.governingService.servicePorts,
    });
    if (pods.ordinal !== undefined)
      service.selectLabel(POD_NAME_LABEL, `${this.identity.name}-${pods.ordinal}`);
    const complaints = () => targetPortComplaints(service.servicePorts, this.workload.runningContainers);
    service.node.addValidation({ validate: complaints });
    for (const [key, value] of Object.entries(pods.role?.labels ?? {})) service.selectLabel(key, value);
    return service;
  }

  private checkClientPods({ ordinal, role }: ClientPods): void {
    const ordinals = this.pods.map(pod => pod.ordinal);
    if (ordinal !== undefined && !ordinals.includes(ordinal)) {
      throw new PropError({
        construct: this,
        prop: 'pods',
        problem: 'names a replica that the stack does not have',
        received: ordinal,
        allowed: ordinals.join(', ') || 'none: the stack has no replicas',
        fix: 'give the ordinal of a pod of the stack',
      });
    }
    if (role && !this.workload.runningContainers.includes(role.setBy)) {
      throw new PropError({
        construct: this,
        prop: 'pods.setBy',
        problem: 'is not a container that runs in this stack, so that nobody would set the labels',
        received: role.setBy.name,
        allowed: this.workload.runningContainers.map(c => c.name).join(', '),
        fix: 'give the container of this stack that takes part in the election',
      });
    }
  }
}
