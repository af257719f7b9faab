import { type Cursor, isBlank, isBreak, isSpaceOrEnd } from './cursor';
import type { ScanState } from './scan-state';
import { Token } from './token';

const HASH = 0x23;

/**
 * Adds a scalar without quotes, which may go on over several lines: a line break is a space then. Lines that are not
 * indented deeper than what it is in do not belong to it; in brackets indentation means nothing, and more characters
 * end it.
 */
export function addPlainScalar(state: ScanState): void {
  const { cursor, inFlow } = state;
  const { text } = cursor;
  const indent = state.indent + 1;
  const first = cursor.at;
  state.openKey();
  let value = '';
  let gap = '';
  let end = first;
  let isLineBegun = false;
  while (!cursor.isDocumentMark && cursor.code !== HASH) {
    const start = cursor.at;
    cursor.at = endOfWord(text, start, inFlow);
    if (cursor.at > start) {
      value = start === first ? text.slice(start, cursor.at) : value + gap + text.slice(start, cursor.at);
      end = cursor.at;
      isLineBegun = false;
    }
    if (!isBlank(cursor.code) && !isBreak(cursor.code)) break;
    const { line } = cursor;
    gap = readGap(cursor, indent);
    if (cursor.line > line) {
      isLineBegun = true;
      if (!inFlow && cursor.column < indent) break;
    }
  }
  state.tokens.add(Token.plainScalar, first, end, value);
  state.isKeyAllowed = isLineBegun;
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
  return code === 0x2c || code === 0x3f || code === 0x5b || code === 0x5d || code === 0x7b || code === 0x7d;
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
