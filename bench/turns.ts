/** What each contender took, round by round. Who begins changes from round to round. */
export function inTurns(rounds: number, contenders: readonly (() => number)[]): number[][] {
  const taken: number[][] = contenders.map(() => []);
  for (let round = 0; round < rounds; round += 1) {
    for (let turn = 0; turn < contenders.length; turn += 1) {
      const at = (round + turn) % contenders.length;
      taken[at]?.push(contenders[at]?.() ?? Number.NaN);
    }
  }
  return taken;
}
