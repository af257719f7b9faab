/** Breaks that a line follows, which has to be indented. An empty line at the end is not. */
const BREAKS = /(?<!\n)\n+(?=[^\n])/g;

/**
 * A text in a block: a `|`, how its end and its beginning are to be read, and its own lines, indented. The last of
 * them has no line break: whatever follows the block brings it.
 */
export function blockText(text: string, indent: string): string {
  const end = endOfContent(text);
  const firstBreak = text.indexOf('\n', end);
  const beginsWithSpace = /^\n* /.test(text) && end > 0;
  const body = firstBreak >= 0 && text.endsWith('\n') ? text.slice(0, -1) : text;
  return `|${beginsWithSpace ? '2' : ''}${chomping(text, end, firstBreak)}\n${indent}${body.replace(BREAKS, `$&${indent}`)}`;
}

/** Where the white space begins that a text ends with. */
function endOfContent(text: string): number {
  let end = text.length;
  while (end > 0 && ' \t\n'.includes(text.charAt(end - 1))) end -= 1;
  return end;
}

/** `-` for a text that ends in no line break, `+` for one that ends in several, nothing for a single one. */
function chomping(text: string, end: number, firstBreak: number): string {
  if (firstBreak < 0) return '-';
  return end === 0 || firstBreak < text.length - 1 ? '+' : '';
}
