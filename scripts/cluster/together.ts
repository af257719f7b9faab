/** Does something with each item, a few at a time. The results are in the order of the items. */
export async function together<T, R>(
  items: readonly T[],
  work: (item: T) => Promise<R>,
  atATime = 8,
): Promise<R[]> {
  const results: R[] = [];
  const waiting = items.entries();
  const worker = async () => {
    for (const [index, item] of waiting) results[index] = await work(item);
  };
  await Promise.all(Array.from({ length: atATime }, worker));
  return results;
}
