import { addBlockScalar } from './block-scalar';
import { Cursor, isBlank, isBreak, isWord } from './cursor';
import { scanIndicator } from './indicators';
import { readAnchorName, readTag } from './node-property';
import { addPlainScalar } from './plain-scalar';
import { UnreadableDocument } from './problem';
import { readQuotedScalar } from './quoted-scalar';
import { ScanState } from './scan-state';
import { Token, type Tokens } from './token';

const TAB = 0x09;
const HYPHEN = 0x2d;
const PERCENT = 0x25;

/** What no text of YAML may hold: control characters. */
const CONTROL = /[^\t\n\r -~\x85\xa0-\ufffd]/;

/**
 * Cuts the text of a document into tokens as libyaml does, which kubectl's YAML library was made from: indentation
 * becomes beginnings and ends of lists and maps, and a `:` makes what stands before it in its line a key.
 *
 * @param isJson whether the text is JSON, which has more escapes, and keys of any length.
 * @param tokens takes the tokens up to the end, or up to where the text cannot be read.
 */
export function scan(text: string, isJson: boolean, tokens: Tokens): void {
  const cursor = new Cursor(`${text}\0`);
  const state = new ScanState(cursor, tokens, isJson);
  tokens.clear();
  try {
    const control = text.search(CONTROL);
    if (control >= 0) throw cursor.refusal('it holds a control character', control);
    do scanToken(state);
    while (tokens.kinds[tokens.count - 1] !== Token.streamEnd);
  } catch (error) {
    if (!(error instanceof UnreadableDocument)) throw error;
    tokens.error = error;
    tokens.add(Token.unreadable, cursor.at, cursor.at);
  }
}

function scanToken(state: ScanState): void {
  const { cursor } = state;
  skipToToken(state);
  if (!state.inFlow) state.leaveTo(cursor.column);
  const { code } = cursor;
  if (isWord(code) && code !== HYPHEN) addPlainScalar(state);
  else if (code === 0) endStream(state);
  else if (cursor.isDocumentMark) markDocument(state, code === HYPHEN);
  else if (!scanIndicator(state, code)) scanNode(state, code);
}

/** Passes over white space, comments and line breaks. A tab may not stand where indentation counts. */
function skipToToken(state: ScanState): void {
  const { cursor } = state;
  for (;;) {
    while (isBlank(cursor.code)) {
      if (cursor.code === TAB && !state.inFlow && state.isKeyAllowed) return;
      cursor.at += 1;
    }
    if (cursor.code === 0x23) cursor.skipLine();
    if (!isBreak(cursor.code)) return;
    cursor.skipBreak();
    if (!state.inFlow) state.isKeyAllowed = true;
  }
}

function scanNode(state: ScanState, code: number): void {
  const { cursor, tokens } = state;
  const start = cursor.at;
  if (code === 0x7c || code === 0x3e) {
    addBlockScalar(state);
  } else if (code === 0x22 || code === 0x27) {
    state.openKey();
    const value = readQuotedScalar(cursor, state.isJson);
    tokens.add(Token.otherScalar, start, cursor.at, value);
  } else if (code === 0x26 || code === 0x2a) {
    state.openKey();
    const name = readAnchorName(cursor);
    tokens.add(code === 0x26 ? Token.anchor : Token.alias, start, cursor.at, name);
  } else if (code === 0x21) {
    state.openKey();
    const tag = readTag(cursor);
    tokens.add(Token.tag, start, cursor.at, tag);
  } else if (code === TAB) {
    throw cursor.refusal('a tab cannot indent');
  } else if (code === PERCENT && cursor.column === 0) {
    throw cursor.refusal('it has a directive, which kubectl cannot read');
  } else if (beginsNoText(state, code)) {
    throw cursor.refusal('text that begins with this character needs quotes');
  } else addPlainScalar(state);
}

/** `%` `@` and a backtick begin nothing, nor do `-`, `:` and `?` before white space in brackets. */
function beginsNoText({ cursor, inFlow }: ScanState, code: number): boolean {
  if (code === PERCENT || code === 0x40 || code === 0x60) return true;
  return inFlow && code === HYPHEN && isBlank(cursor.codeAt(1));
}

function markDocument(state: ScanState, isStart: boolean): void {
  const { cursor, tokens } = state;
  leaveAll(state);
  tokens.add(isStart ? Token.documentStart : Token.documentEnd, cursor.at, cursor.at + 3);
  cursor.at += 3;
}

function endStream(state: ScanState): void {
  const { cursor, tokens } = state;
  leaveAll(state);
  tokens.add(Token.streamEnd, cursor.at, cursor.at);
}

function leaveAll(state: ScanState): void {
  state.leaveTo(-1);
  state.key.drop(state.cursor);
  state.isKeyAllowed = false;
}
