/** A slot of a blue/green release. */
export type Color = 'blue' | 'green';

/** The other slot. */
export function otherColor(color: Color): Color {
  return color === 'blue' ? 'green' : 'blue';
}

/** What is remembered of a slot. */
export interface SlotState {
  /** The least number of pods. */
  readonly replicas: number;
  /** Digest of the pod template, such as `sha256:…`. */
  readonly template: string;
}

/** What is remembered of a release between two syntheses: plain JSON. */
export interface ReleaseState {
  readonly live: Color;
  readonly slots: { readonly [color in Color]?: SlotState };
}

/** A step from one live slot to the other, and what speaks against it. */
export interface Switch {
  /** The state before, where it was given. */
  readonly previous?: ReleaseState;
  /** The slot that the step makes live. */
  readonly live: Color;
  /** The replicas of the slots as they shall be; undefined where nobody knows yet. */
  readonly replicas: { readonly [color in Color]?: number };
}

/** Whether a step turns the switch. Without the state before, every step may. */
export function turns({ previous, live }: Pick<Switch, 'previous' | 'live'>): boolean {
  return previous === undefined || previous.live !== live;
}

/** How many replicas the incoming slot lacks beside the outgoing one; undefined where nothing is lacking. */
export function lackingReplicas({
  previous,
  live,
  replicas,
}: Switch): { incoming: number; outgoing: number } | undefined {
  if (!turns({ previous, live })) return undefined;
  const old = otherColor(live);
  const incoming = replicas[live];
  const outgoing = previous?.slots[old]?.replicas ?? replicas[old];
  if (incoming === undefined || outgoing === undefined || incoming >= outgoing) return undefined;
  return { incoming, outgoing };
}

/** The slots whose template changes in the step that turns the switch. */
export function changedTemplates(previous: ReleaseState, next: ReleaseState): Color[] {
  if (previous.live === next.live) return [];
  return (['blue', 'green'] as const).filter(color => {
    const before = previous.slots[color];
    const after = next.slots[color];
    return before !== undefined && after !== undefined && before.template !== after.template;
  });
}

/** Whether a value has the form of a state: it may come from a file that somebody edited. */
export function isReleaseState(value: unknown): value is ReleaseState {
  const { live, slots } = (value ?? {}) as Partial<ReleaseState>;
  const isSlot = (slot: SlotState | undefined) =>
    slot === undefined || (typeof slot?.replicas === 'number' && typeof slot.template === 'string');
  return (
    (live === 'blue' || live === 'green') &&
    typeof slots === 'object' &&
    isSlot(slots?.blue) &&
    isSlot(slots?.green)
  );
}
