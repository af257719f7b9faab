import { type Cursor, isBlank, isBreak, isBreakOrEnd } from './cursor';

/** What follows `|` or `>`. */
interface Header {
  readonly folded: boolean;
  /** What becomes of the line breaks at the end. */
  readonly chomping: 'strip' | 'clip' | 'keep';
  /** How much deeper than its surroundings it is indented, where that is said. */
  readonly indent: number;
}

/**
 * Reads a scalar that begins with `|`, or with `>` and whose lines are joined, and leaves the cursor at the first
 * line that is not its own.
 *
 * @param parentIndent the indentation of what it is in; -1 where that is the document.
 */
export function readBlockScalar(cursor: Cursor, parentIndent: number): string {
  const { folded, chomping, indent: extra } = readHeader(cursor);
  const breaks = new LeadingBreaks(cursor, parentIndent);
  breaks.indent = extra === 0 ? 0 : Math.max(parentIndent, 0) + extra;
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
    value += pending + cursor.text.slice(start, cursor.at);
    lineEnd = isBreak(cursor.code) ? cursor.skipBreak() : '';
    wasIndented = isIndented;
    pending = breaks.read();
  }
  return value + (chomping === 'strip' ? '' : lineEnd) + (chomping === 'keep' ? pending : '');
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
