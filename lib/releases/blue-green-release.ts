import {
  type INetworkPolicyPeer,
  type IPodSelector,
  LabelSelector,
  type NetworkPolicyPeerConfig,
  type PodSelectorConfig,
} from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { Identity, type IdentityProps, type WorkloadIdentity } from '../naming/identity';
import { derivedName } from '../naming/object-name';
import { PropError } from '../prop-error';
import type { Endpoint, IConnectable } from '../services/endpoint';
import type { ServicePort } from '../services/service-port';
import type { PodWorkloadProps } from '../workloads/pod-workload';
import {
  type Color,
  changedTemplates,
  isReleaseState,
  lackingReplicas,
  otherColor,
  type ReleaseState,
  type Switch,
  turns,
} from './release-state';
import { SLOT_LABEL, type Slot, type SlotBudget } from './slot';
import { SlotService } from './slot-service';

/** Props of a blue/green release whose slots take `P`. */
export interface BlueGreenProps<P extends PodWorkloadProps> extends IdentityProps {
  /** The slot that gets the traffic. Changing it is the switch, in both directions. */
  readonly live: Color;
  /** @default empty */
  readonly blue?: P & SlotBudget;
  /** @default empty */
  readonly green?: P & SlotBudget;
  /** The ports of the live and the preview Service, at least one. */
  readonly ports: readonly ServicePort[];
  /**
   * The state before, as `state()` wrote it: it tells a switch from a standing release.
   *
   * @default unknown: every synthesis may be a switch
   */
  readonly previous?: ReleaseState;
  /** Whether the switch is turned all the same where it would be refused. @default false */
  readonly force?: boolean;
}

/** Makes the slot of one colour. */
export type MakeSlot<P, S> = (
  scope: Construct,
  color: Color,
  identity: WorkloadIdentity,
  props: P & SlotBudget,
) => S;

/** Two slots and one switch. {@link BlueGreen} and its siblings are its kinds. */
export abstract class BlueGreenRelease<P extends PodWorkloadProps, S extends Slot>
  extends Construct
  implements IConnectable, IPodSelector, INetworkPolicyPeer
{
  /** The Service that consumers use: it leads to the live slot. */
  readonly live: SlotService<S>;
  private readonly previewService?: SlotService<S>;
  private readonly identity: Identity;
  private readonly slots: { readonly [color in Color]?: S };

  protected constructor(
    scope: Construct,
    id: string,
    private readonly props: BlueGreenProps<P>,
    makeSlot: MakeSlot<P, S>,
  ) {
    super(scope, id);
    this.identity = new Identity(this, props);
    this.refuseForeignState();
    this.refuseEmptyLiveSlot();
    this.refuseFewerReplicas({ blue: props.blue?.replicas, green: props.green?.replicas });

    const slot = (color: Color) => {
      const slotProps = props[color];
      return (
        slotProps && makeSlot(this, color, this.identity.part(color, { [SLOT_LABEL]: color }), slotProps)
      );
    };
    this.slots = { blue: slot('blue'), green: slot('green') };
    this.live = this.serviceTo(this.slot(props.live), 'Live', this.identity.name);
    const idle = this.slots[otherColor(props.live)];
    if (idle)
      this.previewService = this.serviceTo(idle, 'Preview', derivedName(this.identity.name, 'preview'));
    this.node.addValidation({ validate: () => this.switchComplaints() });
  }

  /**
   * The Service of the slot that is not live.
   *
   * @throws PropError when that slot is empty.
   */
  get preview(): SlotService<S> {
    this.slot(otherColor(this.props.live));
    return this.previewService as SlotService<S>;
  }

  /**
   * The slot of a colour.
   *
   * @throws PropError when it is empty.
   */
  slot(color: Color): S {
    const slot = this.slots[color];
    if (slot) return slot;
    throw new PropError({
      construct: this,
      prop: color,
      problem: 'is an empty slot',
      allowed: (['blue', 'green'] as const).filter(c => this.slots[c]).join(', '),
      fix: `give '${color}' its workload`,
    });
  }

  /** The endpoint of a port of the live Service. */
  endpoint(port?: string): Endpoint {
    return this.live.endpoint(port);
  }

  /** What the next synthesis takes as `previous`: plain JSON. Ask for it when the release is complete. */
  state(): ReleaseState {
    const { blue, green } = this.slots;
    return { live: this.props.live, slots: { blue: blue?.state(), green: green?.state() } };
  }

  /** Selects the pods of both slots. */
  toPodSelectorConfig(): PodSelectorConfig {
    const { labels, namespace } = this.identity;
    return {
      labelSelector: LabelSelector.of({ labels }),
      namespaces: namespace ? { names: [namespace] } : undefined,
    };
  }

  toPodSelector(): IPodSelector {
    return this;
  }

  toNetworkPolicyPeerConfig(): NetworkPolicyPeerConfig {
    return { podSelector: this.toPodSelectorConfig() };
  }

  private serviceTo(slot: S, id: string, name: string): SlotService<S> {
    const { namespace, labels } = this.identity;
    return new SlotService(this, id, { slot, name, namespace, labels, ports: this.props.ports });
  }

  private refuseForeignState(): void {
    const { previous } = this.props;
    if (previous === undefined || isReleaseState(previous)) return;
    throw new PropError({
      construct: this,
      prop: 'previous',
      problem: 'is no state of a release',
      received: previous,
      allowed: 'what state() of the release before returned, as JSON',
      fix: "give the former state as it was written, or leave 'previous' out",
    });
  }

  private refuseEmptyLiveSlot(): void {
    const { live } = this.props;
    if (this.props[live]) return;
    throw new PropError({
      construct: this,
      prop: 'live',
      problem: 'names an empty slot, so that nobody would answer',
      received: live,
      allowed: `a slot that has a workload: ${otherColor(live)}`,
      fix: `fill '${live}' first, and switch when its pods are ready`,
    });
  }

  private refuseFewerReplicas(replicas: Switch['replicas']): void {
    const complaint = this.fewerReplicasComplaint(replicas);
    if (complaint) throw new PropError({ construct: this, ...complaint });
  }

  private fewerReplicasComplaint(replicas: Switch['replicas']) {
    const { previous, live, force } = this.props;
    const lacking = force ? undefined : lackingReplicas({ previous, live, replicas });
    return (
      lacking && {
        prop: 'live',
        problem: `would move the traffic of ${lacking.outgoing} pods to ${lacking.incoming}`,
        received: live,
        allowed: `a slot with ${lacking.outgoing} replicas or more`,
        fix: `scale '${live}' up first, give the state before as 'previous' if it is live already, or set 'force'`,
      }
    );
  }

  private switchComplaints(): string[] {
    const { previous, live, force } = this.props;
    if (force || !turns({ previous, live })) return [];
    const { blue, green } = this.slots;
    const fewer = this.fewerReplicasComplaint({ blue: blue?.minReplicas, green: green?.minReplicas });
    const changed = previous ? changedTemplates(previous, this.state()) : [];
    return [
      ...(fewer ? [new PropError({ construct: this, ...fewer }).message] : []),
      ...changed.map(color => this.changedTemplateComplaint(color)),
    ];
  }

  private changedTemplateComplaint(color: Color): string {
    return new PropError({
      construct: this,
      prop: `${color}.container`,
      problem: `changes the pod template of '${color}' in the step that turns the switch`,
      fix: `make '${color}' ready in one step and switch in the next, or set 'force'`,
    }).message;
  }
}
