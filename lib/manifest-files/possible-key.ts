import type { Cursor } from './cursor';

/** How far a `:` may stand from the beginning of its key. */
const LONGEST_KEY = 1024;

/** A scalar, or a list or map in brackets, that is a key if a `:` follows. There is one a level of brackets. */
export class PossibleKey {
  isOpen = false;
  /** Index of the token that is kept for it. */
  token = 0;
  start = 0;
  column = 0;

  private line = 0;
  private isRequired = false;

  /** Begins one at the cursor. Where a map goes on, it must be one. */
  begin(cursor: Cursor, token: number, isRequired: boolean): void {
    this.isOpen = true;
    this.token = token;
    this.start = cursor.at;
    this.column = cursor.column;
    this.line = cursor.line;
    this.isRequired = isRequired;
  }

  /**
   * Ends it without a `:`.
   *
   * @throws UnreadableDocument when it had to be a key.
   */
  drop(cursor: Cursor): void {
    if (this.isOpen && this.isRequired) throw this.missingColon(cursor);
    this.isOpen = false;
  }

  /**
   * Whether a `:` at the cursor makes it a key: they stand in one line, not too far apart.
   *
   * @throws UnreadableDocument when it had to be one, and is none.
   */
  isKeyAt(cursor: Cursor, anyLength: boolean): boolean {
    if (!this.isOpen) return false;
    if (this.line === cursor.line && (anyLength || cursor.at - this.start <= LONGEST_KEY)) return true;
    this.drop(cursor);
    return false;
  }

  private missingColon(cursor: Cursor): Error {
    return cursor.refusal("a key has no ':' after it", this.start);
  }
}
