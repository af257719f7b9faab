import { type Cursor, isBlank, isBreak, isBreakOrEnd } from './cursor';
import type { ScanState } from './scan-state';
import { Token } from './token';

/** What follows `|` or `>`. */
interface Header {
  readonly folded: boolean;
  /** What becomes of the line breaks at the end. */
  readonly chomping: 'strip' | 'clip' | 'keep';
  /** How much deeper than its surroundings it is indented, where that is said. */
  readonly indent: number;
}

/**
 * Adds a scalar that begins with `|`, or with `>` and whose lines are joined. The cursor is left at the first line
 * that is not its own.
 */
export function addBlockScalar(state: ScanState): void {
  const { cursor } = state;
  if (state.inFlow) throw cursor.refusal('in brackets, text that begins with | or > needs quotes');
  const begin = cursor.at;
  state.key.drop(cursor);
  const { folded, chomping, indent: extra } = readHeader(cursor);
  const breaks = new LeadingBreaks(cursor, state.indent);
  breaks.indent = extra === 0 ? 0 : Math.max(state.indent, 0) + extra;
  let end = cursor.at;
  let pending = breaks.read();
  let value = '';
  let lineEnd = '';
  let wasIndented = false;
  while (cursor.code !== 0 && cursor.column === breaks.indent) {
    const isIndented = isBlank(cursor.code);
    // Between two lines that begin with text, a line break is a space, and more of them are one less.
    const joins = folded && lineEnd === '\n' && !wasIndented && !isIndented;
    value += joins ? (pending === '' ? ' ' : '') : lineEnd;
    const start = cursor.at;
    cursor.skipLine();
    end = cursor.at;
    value += pending + cursor.text.slice(start, end);
    lineEnd = isBreak(cursor.code) ? cursor.skipBreak() : '';
    wasIndented = isIndented;
    pending = breaks.read();
  }
  value += (chomping === 'strip' ? '' : lineEnd) + (chomping === 'keep' ? pending : '');
  state.tokens.add(Token.otherScalar, begin, end, value);
  state.isKeyAllowed = true;
}

function readHeader(cursor: Cursor): Header {
  const start = cursor.at;
  const folded = cursor.code === 0x3e;
  cursor.at += 1;
  const match = /^(?:([-+])([0-9])?|([0-9])([-+])?)?[ \t]*/.exec(cursor.text.slice(start + 1, start + 40));
  const [whole = '', sign, digit, otherDigit, otherSign] = match ?? [];
  const indent = digit ?? otherDigit;
  if (indent === '0') throw cursor.refusal('a block cannot be indented by 0', start);
  cursor.at += whole.length;
  while (isBlank(cursor.code)) cursor.at += 1;
  if (cursor.code === 0x23) cursor.skipLine();
  if (!isBreakOrEnd(cursor.code)) {
    throw cursor.refusal('text begins on the line after | or >; other text needs quotes', start);
  }
  if (isBreak(cursor.code)) cursor.skipBreak();
  const chomp = sign ?? otherSign;
  return {
    folded,
    chomping: chomp === undefined ? 'clip' : chomp === '+' ? 'keep' : 'strip',
    indent: Number(indent ?? 0),
  };
}

/** Reads the empty lines and the indentation before a line. */
class LeadingBreaks {
  /** The indentation of the text; 0 until the first line of it says. */
  indent = 0;

  constructor(
    private readonly cursor: Cursor,
    private readonly parentIndent: number,
  ) {}

  read(): string {
    const { cursor, indent } = this;
    let breaks = '';
    let deepest = 0;
    for (;;) {
      while ((indent === 0 || cursor.column < indent) && cursor.code === 0x20) cursor.at += 1;
      deepest = Math.max(deepest, cursor.column);
      if ((indent === 0 || cursor.column < indent) && cursor.code === 0x09) {
        throw cursor.refusal('a tab cannot indent');
      }
      if (!isBreak(cursor.code)) break;
      breaks += cursor.skipBreak();
    }
    if (indent === 0) this.indent = Math.max(deepest, this.parentIndent + 1, 1);
    return breaks;
  }
}
