import { doubleQuoted } from './double-quotes';
import { isQuick } from './plain-text';
import { isDocumentMark, needsEscapes, oneLineText, quoted } from './string-text';

/** The line that a key begins, with the line break before it. */
export interface KeyLine {
  /** As it stands before a value in the same line: with a colon and a space. */
  readonly ready: string;
  /** As it stands before a list or map below it: with a colon. */
  readonly open: string;
  /** Whether it is written with a `?`, and the colon in a line of its own. Then every value is in the colon's line. */
  readonly isExplicit: boolean;
}

/** A longer key needs a `?` before it. */
const LONGEST_KEY = 1024;

/** How many keys are remembered, in all depths, and how long they may be. */
const MOST_KNOWN = 20_000;
const LONGEST_KNOWN = 100;

const known: Map<string, KeyLine>[] = [];
let knownKeys = 0;

/**
 * The line of a key in a map of this depth.
 *
 * @throws NOT_PLAIN when the key holds half a character.
 */
export function keyLine(key: string, depth: number): KeyLine {
  let lines = known[depth];
  if (lines === undefined) {
    lines = new Map();
    known[depth] = lines;
  }
  let line = lines.get(key);
  if (line === undefined) {
    line = lineOf(key, depth);
    if (key.length <= LONGEST_KNOWN) remember(lines, key, line);
  }
  return line;
}

const lineBreaks: string[] = [];

/** A line break, with the indentation of this depth. */
export function lineBreak(depth: number): string {
  let text = lineBreaks[depth];
  if (text === undefined) {
    text = `\n${'  '.repeat(depth)}`;
    lineBreaks[depth] = text;
  }
  return text;
}

function remember(lines: Map<string, KeyLine>, key: string, line: KeyLine): void {
  if (knownKeys === MOST_KNOWN) {
    for (const others of known) others?.clear();
    knownKeys = 0;
  }
  lines.set(key, line);
  knownKeys += 1;
}

function lineOf(key: string, depth: number): KeyLine {
  const begin = lineBreak(depth);
  const text = textOf(key, depth);
  if (text.length > LONGEST_KEY) {
    const ready = `${begin}? ${text}${begin}: `;
    return { ready, open: ready, isExplicit: true };
  }
  return { ready: `${begin}${text}: `, open: `${begin}${text}:`, isExplicit: false };
}

function textOf(key: string, depth: number): string {
  if (isQuick(key)) return key;
  if (key.includes('\n') || needsEscapes(key)) return doubleQuoted(key);
  const text = oneLineText(key);
  return depth === 0 && isDocumentMark(text) ? quoted(key) : text;
}
