import type { LineHead } from './line-head';

/** More lists and maps in each other are left to the parser, which says where there are too many. */
const MAX_DEPTH = 100;

type Fields = Record<string, unknown>;

/** The lists and maps of a document, made line by line from where the lines begin. */
export class PlainTree {
  private root: Fields | undefined;
  /** The innermost list or map that is open, and its column; the ones that it is in stand before it. */
  private inner: Fields | unknown[] = {};
  private column = -1;
  private isList = false;
  private depth = 0;
  private readonly open: (Fields | unknown[])[] = [];
  private readonly columns: number[] = [];
  /** The key of the innermost map that waits for its value. */
  private key: string | undefined;

  /** Begins a document. */
  begin(): void {
    this.root = undefined;
    this.column = -1;
    this.isList = false;
    this.depth = 0;
    this.key = undefined;
  }

  /** Ends it. Undefined where it holds nothing. */
  end(): Fields | undefined {
    if (this.key !== undefined) this.endField();
    return this.root;
  }

  /**
   * Adds the field of a line. A field that stands twice is left to the parser.
   *
   * @param value undefined where it comes below.
   * @returns whether it could be added; so do the methods below.
   */
  addField(head: LineHead, value: unknown): boolean {
    if (head.isItem) {
      const fields: Fields = {};
      if (!this.addItem(head.column, fields) || !this.enter(head.keyColumn, fields, false)) return false;
    } else if (head.column === this.column && !this.isList) {
      if (this.key !== undefined) this.endField();
    } else if (!this.findMap(head.column)) return false;
    const fields = this.inner as Fields;
    const { key } = head;
    if (Object.hasOwn(fields, key)) return false;
    if (value === undefined) this.key = key;
    else fields[key] = value;
    return true;
  }

  /** Adds an item of a list, which begins here where a key waits for its value: at the column of its map, or deeper. */
  addItem(column: number, value: unknown): boolean {
    if (column < this.column) this.leave(column);
    if (this.key !== undefined) {
      const list: unknown[] = [];
      (this.inner as Fields)[this.key] = list;
      this.key = undefined;
      if (!this.enter(column, list, true)) return false;
    }
    if (!this.isList || this.column !== column) return false;
    (this.inner as unknown[]).push(value);
    return true;
  }

  /** Finds the map of a column: the one that a key waits for, or one that is open. */
  private findMap(column: number): boolean {
    if (column > this.column) {
      const fields: Fields = {};
      if (this.depth === 0) {
        if (column > 0) return false;
        this.root = fields;
      } else if (this.key === undefined) return false;
      else {
        (this.inner as Fields)[this.key] = fields;
        this.key = undefined;
      }
      return this.enter(column, fields, false);
    }
    this.leave(column);
    // A list may have the column of the map that it is in.
    if (this.isList) this.leaveInner();
    return this.column === column;
  }

  private enter(column: number, value: Fields | unknown[], isList: boolean): boolean {
    this.depth += 1;
    this.open[this.depth] = value;
    this.columns[this.depth] = column;
    this.inner = value;
    this.column = column;
    this.isList = isList;
    return this.depth < MAX_DEPTH;
  }

  /** Leaves what a line at a column is not in. */
  private leave(column: number): void {
    while (column < this.column) this.leaveInner();
  }

  private leaveInner(): void {
    if (this.key !== undefined) this.endField();
    this.depth -= 1;
    this.inner = this.open[this.depth] as Fields | unknown[];
    this.column = this.columns[this.depth] as number;
    this.isList = Array.isArray(this.inner);
  }

  /** A key without a value has null. */
  private endField(): void {
    (this.inner as Fields)[this.key as string] = null;
    this.key = undefined;
  }
}
