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
