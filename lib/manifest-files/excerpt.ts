import { REDACTED } from '../verify/redaction';
import type { Excerpt } from './location';
import type { TextRange } from './secret-ranges';

/** How much of a line is shown, and how much of it before the place. */
const WIDTH = 100;
const WIDTH_BEFORE = 60;

/** Characters that steer a terminal, or turn the direction of its text. */
const STEERING = /[^\x20-~\xa0-\u200d\u2010-\u2027\u202f-\u2065\u206a-\uffff]/g;

/**
 * A line to be shown, without the secrets in it; what follows one as a comment is left out too.
 *
 * @param place an offset into the line.
 */
export function excerptOf(
  text: string,
  line: TextRange,
  place: number,
  secrets: readonly TextRange[],
): Excerpt {
  let shown = '';
  let caret = -1;
  let from = line.start;
  for (const secret of secrets) {
    if (secret.end <= from || secret.start >= line.end) continue;
    const until = Math.max(secret.start, from);
    if (caret < 0 && place < secret.end) caret = shown.length + Math.min(place, until) - from;
    shown += text.slice(from, until) + REDACTED;
    from = Math.min(secret.end, line.end);
  }
  if (caret < 0) caret = shown.length + place - from;
  const rest = text.slice(from, line.end);
  shown += from > line.start ? rest.replace(/#.*$/s, '') : rest;
  return cut(printable(shown), caret);
}

/** A text without anything that a terminal would not print as one character. */
export function printable(text: string): string {
  return text.replace(STEERING, character => (character === '\t' ? ' ' : '\u00b7'));
}

function cut(text: string, caret: number): Excerpt {
  const start = caret > WIDTH_BEFORE + 1 ? caret - WIDTH_BEFORE : 0;
  const before = start > 0 ? '\u2026' : '';
  const after = text.length > start + WIDTH ? '\u2026' : '';
  return {
    text: before + text.slice(start, start + WIDTH) + after,
    caret: caret - start + before.length,
  };
}
