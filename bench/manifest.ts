/** An API object as a YAML file gives it. */
export type Manifest = Readonly<Record<string, unknown>>;

/** The same objects as if they had just been read: none shares a part with another. */
export function asParsed(objects: readonly object[]): Manifest[] {
  return objects.map(object => JSON.parse(JSON.stringify(object)) as Manifest);
}

/** How many objects there are of each kind. */
export function countByKind(objects: readonly Manifest[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { kind } of objects) counts[String(kind)] = (counts[String(kind)] ?? 0) + 1;
  return counts;
}
