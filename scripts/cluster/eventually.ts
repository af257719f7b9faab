/** How often something is looked at again. */
const STEP_MS = 50;

/** How long something may take before it counts as never. Not a measure of anything: failures alone wait for it. */
export const PATIENCE_MS = 60_000;

/** Something that did not come to be. */
export class NeverError extends Error {}

/**
 * Looks again and again until a look gives something, and gives it.
 *
 * @throws NeverError with what was wrong at the last look.
 */
export async function eventually<T>(
  what: string,
  look: () => Promise<T | undefined | false>,
  patience = PATIENCE_MS,
): Promise<T> {
  const end = Date.now() + patience;
  let last = 'there was nothing';
  for (;;) {
    try {
      const found = await look();
      if (found !== undefined && found !== false) return found;
    } catch (error) {
      last = error instanceof Error ? error.message : String(error);
    }
    if (Date.now() > end) throw new NeverError(`${what} did not come in ${patience / 1000} s: ${last}`);
    await new Promise(resolve => setTimeout(resolve, STEP_MS));
  }
}
