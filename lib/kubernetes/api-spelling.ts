/**
 * The one of these names that another was likely meant to be: the nearest that differs by case or by a few letters
 * left out, added, changed or swapped; undefined where none is near.
 */
export function similarName(name: string, names: Iterable<string>): string | undefined {
  const most = Math.min(3, Math.ceil(name.length / 4));
  let nearest: { name: string; distance: number } | undefined;
  for (const other of names) {
    const distance =
      other.toLowerCase() === name.toLowerCase()
        ? 0
        : lettersApart(name, other, nearest?.distance ?? most + 1);
    if (distance <= most && distance < (nearest?.distance ?? Infinity)) nearest = { name: other, distance };
  }
  return nearest?.name;
}

/** The optimal string alignment distance, or `limit` where it is at least that. */
function lettersApart(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const changed = a[row - 1] === b[column - 1] ? 0 : 1;
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      current[column] = Math.min(
        (last[column] as number) + 1,
        (current[column - 1] as number) + 1,
        (last[column - 1] as number) + changed,
        swapped ? (beforeLast[column - 2] as number) + 1 : Infinity,
      );
    }
    beforeLast = last;
    last = current;
  }
  return last[b.length] as number;
}
