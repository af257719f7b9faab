/** Text whose JSON is shorter stands in one line. */
const SHORTEST_LINES = 40;

/** An escape of JSON, or a character that JSON leaves as it is and YAML may not. */
const ESCAPE = /\\(?:u[0-9a-f]{4}|.)|[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g;

/** Escapes that are shorter in YAML. */
const SHORT: ReadonlyMap<number, string> = new Map([
  [0x00, '\\0'],
  [0x07, '\\a'],
  [0x0b, '\\v'],
  [0x1b, '\\e'],
  [0x85, '\\N'],
  [0x2028, '\\L'],
  [0x2029, '\\P'],
]);

/**
 * A text in double quotes: in one line, or where there is an indentation for further lines and the text is long
 * enough, in one for each of its own, with an empty one between them.
 */
export function doubleQuoted(text: string, indent?: string): string {
  const json = JSON.stringify(text);
  if (indent === undefined || json.length < SHORTEST_LINES || !text.includes('\n')) {
    return escaped(json).replaceAll(' \\n', '\\ \\n');
  }
  const endsInBreak = text.endsWith('\n');
  const lines = (endsInBreak ? text.slice(0, -1) : text).split('\n');
  const last = lines.length - 1;
  let result = '';
  let breaks = '';
  for (const [at, line] of lines.entries()) {
    if (at > 0) breaks += '\n';
    if (line === '' && at < last) continue;
    if (breaks !== '') result += `\n${breaks}${indent}`;
    result += lineText(line, at > 0, at < last || endsInBreak);
    breaks = '';
  }
  return `"${result}${endsInBreak ? '\\n' : ''}"`;
}

/** Blanks at a break would be dropped, if they were not escaped. */
function lineText(line: string, followsBreak: boolean, precedesBreak: boolean): string {
  let text = escaped(JSON.stringify(line)).slice(1, -1);
  if (precedesBreak && text.endsWith(' ')) text = `${text.slice(0, -1)}\\ `;
  return followsBreak && text.startsWith(' ') ? `\\${text}` : text;
}

function escaped(json: string): string {
  return json.replace(ESCAPE, found => {
    if (found.startsWith('\\') && !found.startsWith('\\u')) return found;
    const code = found.length > 1 ? Number.parseInt(found.slice(2), 16) : found.charCodeAt(0);
    const hex = code.toString(16);
    return SHORT.get(code) ?? (code < 0x100 ? `\\x${hex.padStart(2, '0')}` : `\\u${hex.padStart(4, '0')}`);
  });
}
