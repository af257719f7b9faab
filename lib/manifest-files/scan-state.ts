import type { Cursor } from './cursor';
import { PossibleKey } from './possible-key';
import { readProblem, UnreadableDocument } from './problem';
import { Token, type TokenKind, type Tokens } from './token';

/** How deep lists and maps may stand in each other: no kind of Kubernetes comes near it. */
const MAX_DEPTH = 1000;

/** Where the scanner is: in which lists and maps, and whether a key may come. */
export class ScanState {
  /** How many brackets are open. */
  flowLevel = 0;
  /** Whether a key may begin here: at the beginning of a line, or behind what begins a list or a map. */
  isKeyAllowed = true;
  /** Column of the innermost list or map without brackets; -1 at the level of the document. */
  indent = -1;

  private readonly outerIndents: number[] = [];
  /** What may become a key, for every level of brackets. */
  private readonly keys = [new PossibleKey()];

  constructor(
    readonly cursor: Cursor,
    readonly tokens: Tokens,
    /** Whether the text is JSON, which has more escapes, and keys of any length. */
    readonly isJson: boolean,
  ) {}

  get inFlow(): boolean {
    return this.flowLevel > 0;
  }

  /** What may become a key in the innermost brackets. */
  get key(): PossibleKey {
    return this.keys[this.flowLevel] as PossibleKey;
  }

  /** Begins what may be a key: keeps places for the tokens that go before it then. */
  openKey(): void {
    const { key, tokens, cursor } = this;
    if (this.isKeyAllowed) {
      key.drop(cursor);
      key.begin(cursor, tokens.count, !this.inFlow && this.indent === cursor.column);
      tokens.add(Token.none, cursor.at, cursor.at);
      tokens.add(Token.none, cursor.at, cursor.at);
    }
    this.isKeyAllowed = false;
  }

  /** Adds a token of one character. */
  addIndicator(kind: TokenKind): void {
    const { cursor } = this;
    this.tokens.add(kind, cursor.at, cursor.at + 1);
    cursor.at += 1;
  }

  /** Enters a list or map that begins at a column. Whether it does: it may be the one that goes on. */
  enter(column: number): boolean {
    if (this.inFlow || this.indent >= column) return false;
    this.outerIndents.push(this.indent);
    this.indent = column;
    this.checkDepth();
    return true;
  }

  /** Leaves all lists and maps that are indented deeper than a column. */
  leaveTo(column: number): void {
    const { at } = this.cursor;
    while (this.indent > column) {
      this.tokens.add(Token.blockEnd, at, at);
      this.indent = this.outerIndents.pop() ?? -1;
    }
  }

  enterFlow(): void {
    this.flowLevel += 1;
    this.checkDepth();
    this.keys[this.flowLevel] ??= new PossibleKey();
    this.key.isOpen = false;
    this.isKeyAllowed = true;
  }

  leaveFlow(): void {
    this.key.drop(this.cursor);
    if (this.inFlow) this.flowLevel -= 1;
    this.isKeyAllowed = false;
  }

  private checkDepth(): void {
    if (this.outerIndents.length + this.flowLevel > MAX_DEPTH) {
      throw new UnreadableDocument(readProblem('nesting-too-deep', this.cursor.at));
    }
  }
}
