import type { PodSource } from './pod-source';

/** Values of a label that stand for the two sides of a release. */
const SIDES: readonly (readonly [string, string])[] = [
  ['blue', 'green'],
  ['active', 'preview'],
  ['live', 'preview'],
];

/** Two workloads that are the slots of one blue/green release. */
export interface SlotPair {
  /** The label that tells them apart. */
  readonly label: string;
  readonly slots: readonly [PodSource, PodSource];
}

/**
 * The slots of a blue/green release among workloads that are found together: two that bear one label with the
 * values `blue` and `green`, or the like; undefined where there are none.
 */
export function slotPairOf(sources: readonly PodSource[]): SlotPair | undefined {
  if (sources.length < 2) return undefined;
  const bearers = new Map<string, PodSource>();
  for (const source of sources) {
    for (const label of Object.keys(source.labels)) {
      const value = source.labels[label] as string;
      const other = othersOf(label, value, bearers);
      if (other) return { label, slots: [other, source] };
      bearers.set(`${label}=${value}`, source);
    }
  }
  return undefined;
}

function othersOf(
  label: string,
  value: string,
  bearers: ReadonlyMap<string, PodSource>,
): PodSource | undefined {
  for (const [one, two] of SIDES) {
    const other = value === one ? two : value === two ? one : undefined;
    const bearer = other === undefined ? undefined : bearers.get(`${label}=${other}`);
    if (bearer) return bearer;
  }
  return undefined;
}
