import { isSpaceOrEnd } from './cursor';
import type { ScanState } from './scan-state';
import { Token } from './token';

const COLON = 0x3a;
const HYPHEN = 0x2d;
const QUESTION_MARK = 0x3f;

/** Adds the tokens of a character that begins, ends or separates nodes. Whether the next one is such a character. */
export function scanIndicator(state: ScanState, code: number): boolean {
  switch (code) {
    case COLON:
    case QUESTION_MARK:
    case HYPHEN:
      return scanBlockIndicator(state, code);
    case 0x5b:
      beginFlow(state, Token.flowListStart);
      return true;
    case 0x7b:
      beginFlow(state, Token.flowMapStart);
      return true;
    case 0x5d:
      endFlow(state, Token.flowListEnd);
      return true;
    case 0x7d:
      endFlow(state, Token.flowMapEnd);
      return true;
    case 0x2c:
      addFlowEntry(state);
      return true;
    default:
      return false;
  }
}

/** These need white space behind them, in brackets but for `-` not even that. */
function scanBlockIndicator(state: ScanState, code: number): boolean {
  const isAlone = isSpaceOrEnd(state.cursor.codeAt(1));
  if (!isAlone && (code === HYPHEN || !state.inFlow)) return false;
  if (code === COLON) addValue(state);
  else if (code === HYPHEN) addListEntry(state);
  else addExplicitKey(state);
  return true;
}

/** A `:` makes what stands before it in its line a key; without that, an empty one. */
function addValue(state: ScanState): void {
  const { cursor, key, tokens } = state;
  if (key.isKeyAt(cursor, state.isJson)) {
    if (state.enter(key.column)) tokens.set(key.token, Token.blockMapStart, key.start);
    tokens.set(key.token + 1, Token.key, key.start);
    key.isOpen = false;
    state.isKeyAllowed = false;
  } else {
    beginEntry(
      state,
      Token.blockMapStart,
      "a second ':' stands in a line: text that holds ': ' needs quotes",
    );
    state.isKeyAllowed = !state.inFlow;
  }
  state.addIndicator(Token.value);
}

function addListEntry(state: ScanState): void {
  beginEntry(
    state,
    Token.blockListStart,
    "a '-' begins no list here: text that begins with '- ' needs quotes",
  );
  state.key.drop(state.cursor);
  state.isKeyAllowed = true;
  state.addIndicator(Token.listEntry);
}

function addExplicitKey(state: ScanState): void {
  beginEntry(state, Token.blockMapStart, "a '?' begins no key here: text that begins with '? ' needs quotes");
  state.key.drop(state.cursor);
  state.isKeyAllowed = !state.inFlow;
  state.addIndicator(Token.key);
}

/** An entry without brackets begins a list or a map where none goes on. */
function beginEntry(
  state: ScanState,
  kind: typeof Token.blockMapStart | typeof Token.blockListStart,
  problem: string,
): void {
  const { cursor, tokens } = state;
  if (state.inFlow) return;
  if (!state.isKeyAllowed) throw cursor.refusal(problem);
  if (state.enter(cursor.column)) tokens.add(kind, cursor.at, cursor.at);
}

function addFlowEntry(state: ScanState): void {
  state.key.drop(state.cursor);
  state.isKeyAllowed = true;
  state.addIndicator(Token.flowEntry);
}

function beginFlow(state: ScanState, kind: typeof Token.flowMapStart | typeof Token.flowListStart): void {
  state.openKey();
  state.enterFlow();
  state.addIndicator(kind);
}

function endFlow(state: ScanState, kind: typeof Token.flowMapEnd | typeof Token.flowListEnd): void {
  state.leaveFlow();
  state.addIndicator(kind);
}
