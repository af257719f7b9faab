import { type Cursor, isBlank, isBreak, isSpaceOrEnd } from './cursor';

/** What stands for a character after a backslash, by the codes of what follows it. */
const ESCAPES: ReadonlyMap<number, string> = new Map(
  Object.entries({
    '0': '\0',
    a: '\x07',
    b: '\b',
    t: '\t',
    '\t': '\t',
    n: '\n',
    v: '\v',
    f: '\f',
    r: '\r',
    e: '\x1b',
    ' ': ' ',
    '"': '"',
    "'": "'",
    '\\': '\\',
    N: '\x85',
    _: '\xa0',
    L: '\u2028',
    P: '\u2029',
  }).map(([letter, value]) => [letter.charCodeAt(0), value]),
);

/** How many hexadecimal digits follow such a letter. */
const DIGITS: ReadonlyMap<number, number> = new Map([
  [0x78, 2],
  [0x75, 4],
  [0x55, 8],
]);

const BACKSLASH = 0x5c;
const SLASH = 0x2f;

/**
 * Reads a scalar in quotes, and leaves the cursor behind it. A line break in it is a space, more of them are one
 * less.
 *
 * @param isJson whether to take the escapes that JSON has and YAML has not: `\/`, and a character in two halves.
 */
export function readQuotedScalar(cursor: Cursor, isJson: boolean): string {
  const start = cursor.at;
  const quote = cursor.code;
  cursor.at += 1;
  let value = '';
  for (;;) {
    if (cursor.isDocumentMark) throw cursor.refusal('a quote is not closed before the next document', start);
    if (cursor.code === 0) throw cursor.refusal('a quote is not closed', start);
    const { word, continued } = readWord(cursor, quote, isJson);
    value += word;
    if (!continued && cursor.code === quote) break;
    value += readGap(cursor, continued);
  }
  cursor.at += 1;
  return value;
}

/** What stands before the next white space or the closing quote; whether a backslash ended the line. */
function readWord(cursor: Cursor, quote: number, isJson: boolean): { word: string; continued: boolean } {
  const { text } = cursor;
  let word = '';
  let from = cursor.at;
  for (let code = cursor.code; !isSpaceOrEnd(code); code = cursor.code) {
    if (code === quote) {
      if (quote !== 0x27 || cursor.codeAt(1) !== quote) break;
      word += text.slice(from, cursor.at + 1);
      cursor.at += 2;
      from = cursor.at;
    } else if (code === BACKSLASH && quote === 0x22) {
      word += text.slice(from, cursor.at);
      cursor.at += 1;
      if (isBreak(cursor.code)) {
        cursor.skipBreak();
        return { word, continued: true };
      }
      word += readEscape(cursor, isJson);
      from = cursor.at;
    } else cursor.at += 1;
  }
  return { word: word + text.slice(from, cursor.at), continued: false };
}

function readEscape(cursor: Cursor, isJson: boolean): string {
  const { code } = cursor;
  const length = DIGITS.get(code);
  if (length !== undefined) return readCharacter(cursor, length, isJson);
  const value = ESCAPES.get(code) ?? (isJson && code === SLASH ? '/' : undefined);
  if (value === undefined) throw cursor.refusal('there is no such escape', cursor.at - 1);
  cursor.at += 1;
  return value;
}

function readCharacter(cursor: Cursor, length: number, isJson: boolean): string {
  const digits = cursor.text.slice(cursor.at + 1, cursor.at + 1 + length);
  if (!/^[0-9a-fA-F]+$/.test(digits) || digits.length < length) {
    throw cursor.refusal(`an escape needs ${length} hexadecimal digits`, cursor.at - 1);
  }
  const value = Number.parseInt(digits, 16);
  const isHalf = value >= 0xd800 && value <= 0xdfff;
  if (value > 0x10ffff || (isHalf && !isJson)) {
    throw cursor.refusal('an escape stands for no character', cursor.at - 1);
  }
  cursor.at += 1 + length;
  return String.fromCodePoint(value);
}

/** What white space counts as. After a backslash at the end of a line, only further line breaks count. */
function readGap(cursor: Cursor, continued: boolean): string {
  const start = cursor.at;
  while (isBlank(cursor.code)) cursor.at += 1;
  if (!continued && !isBreak(cursor.code)) return cursor.text.slice(start, cursor.at);
  const first = continued ? '' : cursor.skipBreak();
  let more = '';
  for (;;) {
    while (isBlank(cursor.code)) cursor.at += 1;
    if (!isBreak(cursor.code)) break;
    more += cursor.skipBreak();
  }
  if (first !== '\n') return first + more;
  return more === '' ? ' ' : more;
}
