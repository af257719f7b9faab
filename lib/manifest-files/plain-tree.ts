import type { LineHead } from './line-head';

/** More lists and maps in each other are left to the parser, which says where there are too many. */
const MAX_DEPTH = 100;

/** The fields of a map. */
export type Fields = Record<string, unknown>;

/** The lists and maps that are open while a document is read line by line. */
export class PlainTree {
  /** The key of the innermost map that waits for its value. */
  key: string | undefined;
  /** The innermost list or map, and its column. */
  private inner: Fields | unknown[] = {};
  private column = -1;
  private isList = false;
  /** How many are open; all of them, and their columns. */
  private depth = 0;
  private readonly open: (Fields | unknown[])[] = [];
  private readonly columns: number[] = [];

  /** Begins a document. */
  begin(): void {
    this.key = undefined;
    this.column = -1;
    this.isList = false;
    this.depth = 0;
  }

  /** Ends it. Undefined where it holds nothing. */
  end(): Fields | undefined {
    if (this.key !== undefined) this.endField();
    return this.depth === 0 ? undefined : (this.open[0] as Fields);
  }

  /** The map that a line adds a field to: a new one, or one that is open; undefined where it can be none. */
  mapOf(head: LineHead): Fields | undefined {
    const { column } = head;
    if (head.isItem) {
      const fields: Fields = {};
      return this.addItem(column, fields) && this.enter(head.keyColumn, fields, false) ? fields : undefined;
    }
    if (column > this.column) return this.addMap(column);
    this.leave(column);
    // A list may have the column of the map that it is in.
    if (this.isList) this.leaveInner();
    if (this.key !== undefined) this.endField();
    return this.column === column ? (this.inner as Fields) : undefined;
  }

  /**
   * Adds an item to a list, which begins here where a key waits for its value: at the column of its map, or deeper.
   *
   * @returns whether it can be one.
   */
  addItem(column: number, value: unknown): boolean {
    this.leave(column);
    if (this.key !== undefined) {
      const list: unknown[] = [];
      this.setField(list);
      if (!this.enter(column, list, true)) return false;
    }
    if (!this.isList || this.column !== column) return false;
    (this.inner as unknown[]).push(value);
    return true;
  }

  /** Adds the map that a key waits for, or begins the document. */
  private addMap(column: number): Fields | undefined {
    const fields: Fields = {};
    if (this.key !== undefined) this.setField(fields);
    else if (this.depth > 0 || column > 0) return undefined;
    return this.enter(column, fields, false) ? fields : undefined;
  }

  private enter(column: number, value: Fields | unknown[], isList: boolean): boolean {
    const { depth } = this;
    this.open[depth] = value;
    this.columns[depth] = column;
    this.depth = depth + 1;
    this.inner = value;
    this.column = column;
    this.isList = isList;
    return depth + 1 < MAX_DEPTH;
  }

  /** Leaves what a line at a column is not in. */
  private leave(column: number): void {
    while (column < this.column) this.leaveInner();
  }

  private leaveInner(): void {
    if (this.key !== undefined) this.endField();
    this.depth -= 1;
    this.inner = this.open[this.depth - 1] as Fields | unknown[];
    this.column = this.columns[this.depth - 1] as number;
    this.isList = Array.isArray(this.inner);
  }

  private setField(value: unknown): void {
    (this.inner as Fields)[this.key as string] = value;
    this.key = undefined;
  }

  /** A key without a value has null. */
  private endField(): void {
    this.setField(null);
  }
}
