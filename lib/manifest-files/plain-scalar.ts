import { type Cursor, isBlank, isBreak, isSpaceOrEnd } from './cursor';

/** A scalar without quotes. */
export interface PlainScalar {
  readonly value: string;
  /** The offset behind its last character. */
  readonly end: number;
  /** Whether the cursor went on to another line. */
  readonly broken: boolean;
}

/**
 * Reads a scalar without quotes, which may go on over several lines: a line break is a space then.
 *
 * @param indent lines with fewer spaces do not belong to it.
 * @param inFlow whether it stands in brackets, where more characters end it and indentation means nothing.
 */
export function readPlainScalar(cursor: Cursor, indent: number, inFlow: boolean): PlainScalar {
  const { text } = cursor;
  let value = '';
  let gap = '';
  let end = cursor.at;
  let broken = false;
  for (;;) {
    if (cursor.isDocumentMark || cursor.code === 0x23) break;
    const start = cursor.at;
    cursor.at = endOfWord(text, start, inFlow);
    if (cursor.at > start) {
      // Most are one word: it is cut out of the text once.
      value = value === '' ? text.slice(start, cursor.at) : value + gap + text.slice(start, cursor.at);
      end = cursor.at;
      broken = false;
    }
    if (!isBlank(cursor.code) && !isBreak(cursor.code)) break;
    const line = cursor.line;
    gap = readGap(cursor, indent);
    if (cursor.line > line) {
      broken = true;
      if (!inFlow && cursor.column < indent) break;
    }
  }
  return { value, end, broken };
}

function endOfWord(text: string, start: number, inFlow: boolean): number {
  let at = start;
  for (let code = text.charCodeAt(at); !isSpaceOrEnd(code); code = text.charCodeAt(++at)) {
    if (code === 0x3a && isSpaceOrEnd(text.charCodeAt(at + 1))) break;
    if (inFlow && endsInFlow(code)) break;
  }
  return at;
}

/** `,` `?` `[` `]` `{` `}` */
function endsInFlow(code: number): boolean {
  return (
    code === 0x2c || code === 0x3f || code === 0x5b || code === 0x5d || code === 0x7b || code === 0x7d
  );
}

/** What the white space between two words counts as: itself, or where lines break, a space or the further breaks. */
function readGap(cursor: Cursor, indent: number): string {
  const start = cursor.at;
  while (isBlank(cursor.code)) cursor.at += 1;
  if (!isBreak(cursor.code)) return cursor.text.slice(start, cursor.at);
  const first = cursor.skipBreak();
  let more = '';
  for (;;) {
    while (isBlank(cursor.code)) {
      if (cursor.code === 0x09 && cursor.column < indent) throw cursor.refusal('a tab cannot indent');
      cursor.at += 1;
    }
    if (!isBreak(cursor.code)) break;
    more += cursor.skipBreak();
  }
  if (first !== '\n') return first + more;
  return more === '' ? ' ' : more;
}
