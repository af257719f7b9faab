import type { UnreadableDocument } from './problem';

/** What a piece of text is to the parser. */
export const Token = {
  /** Nothing: a place that was kept for a key that did not come. */
  none: 0,
  streamEnd: 1,
  documentStart: 2,
  documentEnd: 3,
  blockListStart: 4,
  blockMapStart: 5,
  blockEnd: 6,
  flowListStart: 7,
  flowListEnd: 8,
  flowMapStart: 9,
  flowMapEnd: 10,
  listEntry: 11,
  flowEntry: 12,
  key: 13,
  value: 14,
  alias: 15,
  anchor: 16,
  tag: 17,
  plainScalar: 18,
  otherScalar: 19,
  /** What the scanner cannot read. It is an error only if the parser gets there. */
  unreadable: 20,
} as const;

/** One of them. */
export type TokenKind = (typeof Token)[keyof typeof Token];

/** How many tokens memory is kept for. */
const KEPT = 100_000;

/**
 * The tokens of a document, field by field: there are many, and they live for a moment. One of these is used for
 * document after document.
 */
export class Tokens {
  /** How many there are; the lists may hold more, of an earlier document. */
  count = 0;
  readonly kinds: TokenKind[] = [];
  /** Where each begins. */
  readonly starts: number[] = [];
  /** Where each ends. */
  readonly ends: number[] = [];
  /** The text of scalars, anchors, aliases and tags. */
  readonly values: string[] = [];
  /** What the scanner stopped at. */
  error: UnreadableDocument | undefined;

  /** Forgets them all, and after a large document gives back its memory. */
  clear(): void {
    if (this.count > KEPT) {
      for (const list of [this.kinds, this.starts, this.ends, this.values]) list.length = 0;
    }
    this.count = 0;
    this.error = undefined;
  }

  add(kind: TokenKind, start: number, end: number, value = ''): void {
    const { count } = this;
    this.kinds[count] = kind;
    this.starts[count] = start;
    this.ends[count] = end;
    this.values[count] = value;
    this.count = count + 1;
  }

  /** Makes a kept place a token. */
  set(index: number, kind: TokenKind, start: number): void {
    this.kinds[index] = kind;
    this.starts[index] = start;
    this.ends[index] = start;
  }
}
