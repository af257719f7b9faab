/**
 * What `api-schema.ts` says under a key; undefined where it does not. A text is searched at once, where JSON would
 * have to be parsed as a whole before the first question.
 *
 * @param text lines of a key, a colon and what is said, after an empty one.
 */
export function schemaLine(text: string, key: string): string | undefined {
  // Neither is in a key, and either would find what is in no place of one.
  if (key.includes(':') || key.includes('\n')) return undefined;
  const found = text.indexOf(`\n${key}:`);
  if (found < 0) return undefined;
  const start = found + key.length + 2;
  return text.slice(start, text.indexOf('\n', start));
}

/** The keys of all lines, in their order. */
export function schemaKeys(text: string): string[] {
  return Array.from(text.matchAll(/^(.+?):/gm), ([, key = '']) => key);
}
