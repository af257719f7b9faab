import type { IConstruct } from 'constructs';
import { type PropComplaint, PropError } from '../prop-error';
import { type Color, isReleaseState, otherColor, type ReleaseState } from './release-state';

/** A step of a release: which slot shall be live, and what is known of the state before. */
export interface ReleaseStep {
  readonly live: Color;
  readonly previous?: ReleaseState;
  readonly force?: boolean;
}

/** The replicas of the slots as they shall be; undefined where nobody knows yet. */
export type SlotReplicas = { readonly [color in Color]?: number };

/** What speaks against turning the switch of a release. */
export class SwitchGuard {
  /** @throws PropError when the state before is no state. */
  constructor(
    private readonly release: IConstruct,
    private readonly step: ReleaseStep,
  ) {
    if (step.previous !== undefined && !isReleaseState(step.previous)) {
      throw this.error({
        prop: 'previous',
        problem: 'is no state of a release',
        received: step.previous,
        allowed: 'what state() of the release before returned, as JSON',
        fix: "give the former state as it was written, or leave 'previous' out",
      });
    }
  }

  /** @throws PropError when the live slot has no workload: no force can make it answer. */
  refuseEmptySlot(filled: boolean): void {
    const { live } = this.step;
    if (filled) return;
    throw this.error({
      prop: 'live',
      problem: 'names an empty slot, so that nobody would answer',
      received: live,
      allowed: `a slot that has a workload: ${otherColor(live)}`,
      fix: `fill '${live}' first, and switch when its pods are ready`,
    });
  }

  /** @throws PropError when the slot that becomes live has fewer replicas than the one that was. */
  refuseFewerReplicas(replicas: SlotReplicas): void {
    const error = this.fewerReplicas(replicas);
    if (error) throw error;
  }

  /** What can be seen only when the release is complete: replicas of autoscalers, and pod templates. */
  complaints(next: ReleaseState): string[] {
    const { blue, green } = next.slots;
    const fewer = this.fewerReplicas({ blue: blue?.replicas, green: green?.replicas });
    return [...(fewer ? [fewer] : []), ...this.changedTemplates(next)].map(error => error.message);
  }

  // Without the state before, every step may turn the switch.
  private get turns(): boolean {
    const { previous, live, force } = this.step;
    return !force && (previous === undefined || previous.live !== live);
  }

  private fewerReplicas(replicas: SlotReplicas): PropError | undefined {
    const { previous, live } = this.step;
    const incoming = replicas[live];
    const outgoing = previous?.slots[otherColor(live)]?.replicas ?? replicas[otherColor(live)];
    if (!this.turns || incoming === undefined || outgoing === undefined || incoming >= outgoing)
      return undefined;
    return this.error({
      prop: 'live',
      problem: `would move the traffic of ${outgoing} pods to ${incoming}`,
      received: live,
      allowed: `a slot with ${outgoing} replicas or more`,
      fix: `scale '${live}' up first, give the state before as 'previous' if it is live already, or set 'force'`,
    });
  }

  private changedTemplates(next: ReleaseState): PropError[] {
    const before = this.step.previous?.slots;
    if (!before || !this.turns) return [];
    const changed = (['blue', 'green'] as const).filter(color => {
      const template = next.slots[color]?.template;
      return before[color] !== undefined && template !== undefined && template !== before[color]?.template;
    });
    return changed.map(color =>
      this.error({
        prop: `${color}.container`,
        problem: `changes the pod template of '${color}' in the step that turns the switch`,
        fix: `make '${color}' ready in one step and switch in the next, or set 'force'`,
      }),
    );
  }

  private error(complaint: Omit<PropComplaint, 'construct'>): PropError {
    return new PropError({ construct: this.release, ...complaint });
  }
}
