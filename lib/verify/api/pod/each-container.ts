import type { FieldPath } from '../../field-path';
import type { Data } from '../../manifest';

/** The containers of a pod. */
export interface PodContainers {
  readonly containers?: readonly Data[];
  readonly initContainers?: readonly Data[];
  readonly ephemeralContainers?: readonly Data[];
}

/** A container, and where it stands. */
export interface PlacedContainer {
  readonly container: Data;
  readonly list: keyof PodContainers;
  readonly index: number;
}

/** The lists of containers, in the order in which the server goes through them. */
export const CONTAINER_LISTS = ['initContainers', 'containers', 'ephemeralContainers'] as const;

/** All containers of a pod, in the order in which the server goes through them. */
export function containersOf(spec: PodContainers): PlacedContainer[] {
  return CONTAINER_LISTS.flatMap(list =>
    (spec[list] ?? []).map((container, index): PlacedContainer => ({ container, list, index })),
  );
}

/** The path of a container, below that of the pod's spec. */
export function pathOf({ list, index }: PlacedContainer, spec: FieldPath): FieldPath {
  return spec.child(list).index(index);
}
