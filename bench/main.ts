/**
 * Measures Drydock against the same objects written by hand, and writes bench/results.md.
 *
 *     npm run bench
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { measure, objectsByKind } from './contender';
import { type Result, report } from './report';
import { drydockStacks, plusStatefulSets } from './stateful-stacks';

const STACKS = 1000;
const ROUNDS = 7;

const [ours, theirs] = [drydockStacks, plusStatefulSets].map(contender => objectsByKind(contender, STACKS));
if (!ours || !isDeepStrictEqual(ours, theirs)) {
  throw new Error(`the objects differ: ${JSON.stringify(ours)} and ${JSON.stringify(theirs)}`);
}

// Counting the objects was the round that warms up. Who begins changes from round to round.
const results: [Result, Result] = [
  { name: drydockStacks.name, rounds: [] },
  { name: plusStatefulSets.name, rounds: [] },
];
for (let round = 0; round < ROUNDS; round += 1) {
  const turns = [
    () => results[0].rounds.push(measure(drydockStacks, STACKS)),
    () => results[1].rounds.push(measure(plusStatefulSets, STACKS)),
  ];
  for (const turn of round % 2 === 0 ? turns : turns.reverse()) turn();
}
const objects = Object.values(ours).reduce((sum, number) => sum + number, 0);
const page = report(STACKS, objects, results);
writeFileSync(join(__dirname, 'results.md'), page);
process.stdout.write(page);
