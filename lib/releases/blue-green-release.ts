import {
  type INetworkPolicyPeer,
  type IPodSelector,
  LabelSelector,
  type NetworkPolicyPeerConfig,
  type PodSelectorConfig,
} from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { SLOT_LABEL } from '../kubernetes/drydock-labels';
import { Identity, type IdentityProps, type WorkloadIdentity } from '../naming/identity';
import { derivedName } from '../naming/object-name';
import { PropError } from '../prop-error';
import type { Endpoint, IConnectable } from '../services/endpoint';
import type { ServicePort } from '../services/service-port';
import type { PodWorkloadProps } from '../workloads/pod-props';
import { type Color, otherColor, type ReleaseState } from './release-state';
import type { Slot, SlotBudget } from './slot';
import { SlotService } from './slot-service';
import { SwitchGuard } from './switch-guard';

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
    const guard = new SwitchGuard(this, props);
    guard.refuseEmptySlot(props[props.live] !== undefined);
    guard.refuseFewerReplicas({ blue: props.blue?.replicas, green: props.green?.replicas });

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
    this.node.addValidation({ validate: () => guard.complaints(this.state()) });
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
}
