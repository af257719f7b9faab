import { blockText } from './block-text';
import { isDifferent } from './differences';
import { doubleQuoted } from './double-quotes';
import { isPlain, isQuick } from './plain-text';
import { LONE_SURROGATE, NOT_PLAIN } from './plain-value';

const UNUSUAL = /[^\t\n -~]/;
/** Control characters other than tabs and line breaks. */
const CONTROL = /[^\t\n -~\xa0-\uffff]/;
const BLANK_LAST_LINE = /\n[\t ]+$/;

/** How many short texts of one line are remembered, as units and images come again and again. */
const MOST_KNOWN = 5_000;
const LONGEST_KNOWN = 60;

const known = new Map<string, string>();

/** The text of a string whose further lines are indented by this depth. */
export function stringText(text: string, depth: number): string {
  if (isQuick(text)) return text;
  if (depth === 0 || text.length > LONGEST_KNOWN || text.includes('\n')) return newText(text, depth);
  let line = known.get(text);
  if (line === undefined) {
    line = newText(text, depth);
    if (known.size === MOST_KNOWN) known.clear();
    known.set(text, line);
  }
  return line;
}

function newText(text: string, depth: number): string {
  const isLines = text.includes('\n');
  const indent = isLines ? indentOf(depth) : undefined;
  if (needsEscapes(text) || (isLines && BLANK_LAST_LINE.test(text))) return doubleQuoted(text, indent);
  if (isLines) return indent === undefined ? doubleQuoted(text) : blockText(text, indent);
  // A block keeps what looks like the end of the document out of the first column.
  if (depth === 0 && isDocumentMark(text) && isPlain(text)) return blockText(text, '  ');
  return oneLineText(text);
}

/** The text of a string of one line that needs no escapes. */
export function oneLineText(text: string): string {
  return isPlain(text) ? text : quoted(text);
}

/** A string of one line in quotes: double ones, if it does not hold some itself. */
export function quoted(text: string): string {
  return text.includes('"') && !text.includes("'") ? `'${text}'` : doubleQuoted(text);
}

/** Whether a line begins as the end of a document does. */
export function isDocumentMark(line: string): boolean {
  return line.startsWith('---') || line.startsWith('...');
}

/**
 * Whether a string has to be written with escapes: cdk8s does so for control characters.
 *
 * @throws NOT_PLAIN when it holds half a character.
 */
export function needsEscapes(text: string): boolean {
  if (UNUSUAL.test(text)) {
    if (LONE_SURROGATE.test(text)) throw NOT_PLAIN;
    if (CONTROL.test(text)) return true;
  }
  return isDifferent(text);
}

/** The indentation of further lines; none for a string that is a document, which has to fit into one. */
function indentOf(depth: number): string | undefined {
  return depth === 0 ? undefined : '  '.repeat(depth);
}
