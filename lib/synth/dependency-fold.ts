import { CONSTRUCT, type DependencyGraph, kindOfVertex, placeOfVertex } from './dependency-graph';
import { TopologicalOrder } from './topological-order';

/** What no dependency gives. */
export const NO_VALUE = -1;

/**
 * Gives each API object a number, from 0, that may depend on the greatest number of the objects that it depends on.
 *
 * @param numberOf the number of the object at a place, given the greatest of its dependencies or `NO_VALUE`.
 * @returns the numbers by place.
 */
export function foldDependencies(
  graph: DependencyGraph,
  numberOf: (place: number, greatest: number) => number,
): ReadonlyMap<number, number> {
  const values = new Map<number, number>();
  const byPlace = new Map<number, number>();
  for (const vertex of new TopologicalOrder(graph, 0).vertices) {
    let value = NO_VALUE;
    for (const target of graph.outbound(vertex, 0)) value = Math.max(value, values.get(target) ?? NO_VALUE);
    if (kindOfVertex(vertex) === CONSTRUCT) {
      const place = placeOfVertex(vertex);
      if (!graph.tree.isApiObject(place)) continue;
      value = numberOf(place, value);
      byPlace.set(place, value);
    }
    if (value !== NO_VALUE) values.set(vertex, value);
  }
  return byPlace;
}
