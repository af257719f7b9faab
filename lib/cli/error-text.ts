/** Where Node says which line of the library, or of its own, an error was thrown in: nothing to the user. */
const PLACE = /(?:^|\n)(?:node:internal\/[^\n]*|[^\n]*[/\\]lib[/\\]packed[/\\]\w+\.js):\d+/.source;
const HEADER = new RegExp(`${PLACE}(?=\\n|$)`);
const WHOLE_HEADER = new RegExp(`${PLACE}\\n[^\\n]*\\n[ \\t]*\\^+\\n+`);
const ANY_HEADER = /(^|\n)[^\n]*:\d+\n[^\n]*\n[ \t]*\^+\n+$/;
const LAST_LINES = /^(?: {4}at [^\n]*\n)*\nNode\.js v[^\n]*\n$/;
const FOOTER = /\n\nNode\.js v[^\n]*\n$/;

/** Whether a text of standard error holds the beginning of an error that the library threw and nobody caught. */
export function holdsOwnError(text: string): boolean {
  return HEADER.test(text);
}

/**
 * What an app said on standard error, without what Node says around an error that the library threw: three lines of
 * its place before it, the version of Node behind it, and brackets around an error without a stack.
 */
export function readable(text: string): string {
  const header = WHOLE_HEADER.exec(text);
  if (header === null) return text;
  const before = text.slice(0, header.index);
  const error = text
    .slice(header.index + header[0].length)
    .replace(FOOTER, '\n')
    .replace(/^\[(\w*Error: [\s\S]*)\]\n$/, '$1\n');
  return `${before}${before === '' ? '' : '\n'}${error}`;
}

/** The same without an error whose message is told elsewhere, wherever it was thrown. */
export function withoutError(text: string, message: string): string {
  const at = text.indexOf(message);
  if (at < 0) return readable(text);
  const before = text.slice(0, at).replace(/\[?(?:\w*Error: )?$/, '');
  const after = text.slice(at + message.length).replace(/^\]?\n?/, '');
  const isUncaught = ANY_HEADER.test(before);
  return before.replace(ANY_HEADER, '$1') + (isUncaught ? after.replace(LAST_LINES, '') : after);
}
