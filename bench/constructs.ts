import { isDeepStrictEqual } from 'node:util';
import { constructsSection, type Result } from './constructs-section';
import { measure, objectsByKind } from './contender';
import type { Section } from './report';
import { drydockStacks, plusStatefulSets } from './stateful-stacks';

const ROUNDS = 7;

/**
 * Makes and renders so many stacks, ours and theirs in turns.
 *
 * @throws Error when the two do not make the same objects.
 */
export function measureConstructs(count: number): Section {
  const [ours, theirs] = [drydockStacks, plusStatefulSets].map(contender => objectsByKind(contender, count));
  if (!ours || !isDeepStrictEqual(ours, theirs))
    throw new Error(`the objects differ: ${JSON.stringify(ours)} and ${JSON.stringify(theirs)}`);
  // Counting the objects was the round that warms up. Who begins changes from round to round.
  const results: [Result, Result] = [
    { name: drydockStacks.name, rounds: [] },
    { name: plusStatefulSets.name, rounds: [] },
  ];
  for (let round = 0; round < ROUNDS; round += 1) {
    const turns = [
      () => results[0].rounds.push(measure(drydockStacks, count)),
      () => results[1].rounds.push(measure(plusStatefulSets, count)),
    ];
    for (const turn of round % 2 === 0 ? turns : turns.reverse()) turn();
  }
  const objects = Object.values(ours).reduce((sum, number) => sum + number, 0);
  return constructsSection(count, objects, results);
}
