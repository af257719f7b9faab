import { readProblem, UnreadableDocument } from './problem';

/** A place in the text of a document. The text ends with a NUL, which stands nowhere else in it. */
export class Cursor {
  /** Offset of the next character. */
  at = 0;
  /** Line of it, from 0. */
  line = 0;

  private lineStart = 0;

  constructor(readonly text: string) {
    // A byte order mark is no part of the text.
    if (text.charCodeAt(0) === 0xfeff) this.lineStart = this.at = 1;
  }

  /** The code of the next character; 0 at the end. */
  get code(): number {
    return this.text.charCodeAt(this.at);
  }

  /** How many characters of its line stand before it. */
  get column(): number {
    return this.at - this.lineStart;
  }

  /** The code of a character further on. */
  codeAt(ahead: number): number {
    return this.text.charCodeAt(this.at + ahead);
  }

  /** Goes on behind a line break, and says what it counts as in a text: as all but two kinds, a line feed. */
  skipBreak(): string {
    const code = this.code;
    this.at += code === 0x0d && this.codeAt(1) === 0x0a ? 2 : 1;
    this.line += 1;
    this.lineStart = this.at;
    return code === 0x2028 || code === 0x2029 ? String.fromCharCode(code) : '\n';
  }

  /** Goes on at the end of the line. */
  skipLine(): void {
    while (!isBreakOrEnd(this.code)) this.at += 1;
  }

  /** Whether a line of three dashes or dots begins here. */
  get isDocumentMark(): boolean {
    const code = this.code;
    return (
      (code === 0x2d || code === 0x2e) &&
      this.column === 0 &&
      this.codeAt(1) === code &&
      this.codeAt(2) === code &&
      isSpaceOrEnd(this.codeAt(3))
    );
  }

  /** What is wrong at this place, or another. */
  refusal(message: string, offset = this.at): UnreadableDocument {
    return new UnreadableDocument(readProblem('yaml-syntax', offset, '', `is no YAML: ${message}`));
  }
}

/** Whether a character is a space or a tab. */
export function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09;
}

/** Whether a character ends a line. */
export function isBreak(code: number): boolean {
  return code === 0x0a || code === 0x0d || code === 0x85 || code === 0x2028 || code === 0x2029;
}

/** Whether a character ends a line or the text. */
export function isBreakOrEnd(code: number): boolean {
  return code === 0 || isBreak(code);
}

/** Whether a character is white space or ends the text. */
export function isSpaceOrEnd(code: number): boolean {
  return code <= 0x20 ? isBlank(code) || isBreakOrEnd(code) : code >= 0x85 && isBreak(code);
}

/** Whether a character may stand in the name of an anchor: a letter, a digit, `_` or `-`. */
export function isWord(code: number): boolean {
  return (
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0x30 && code <= 0x39) ||
    (code >= 0x41 && code <= 0x5a) ||
    code === 0x5f ||
    code === 0x2d
  );
}
