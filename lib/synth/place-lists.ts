import { type ConstructTree, NOWHERE } from './construct-tree';

/** How many API objects of its chart each construct stands for: itself, and those below it. */
export function apiObjectCounts(tree: ConstructTree): Int32Array {
  const counts = new Int32Array(tree.size);
  for (let place = tree.size - 1; place >= 0; place--) {
    if (tree.isApiObject(place)) counts[place] = (counts[place] as number) + 1;
    const scope = tree.scopeOf(place);
    if (scope !== NOWHERE && !tree.isChart(place))
      counts[scope] = (counts[scope] as number) + (counts[place] as number);
  }
  return counts;
}

/** For each construct 1 where it, or one around it in its chart, is among some; these are in order. */
export function inheritingPlaces(tree: ConstructTree, sources: readonly number[]): Uint8Array {
  const inherits = new Uint8Array(tree.size);
  for (const source of sources) inherits[source] = 1;
  if (sources.length === 0) return inherits;
  for (let place = 1; place < tree.size; place++) {
    if (!tree.isChart(place) && inherits[tree.scopeOf(place)]) inherits[place] = 1;
  }
  return inherits;
}

/** Where the first of sorted places is that is not before one. */
export function firstFrom(places: readonly number[], place: number): number {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] as number) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
