import type { LineHead } from './line-head';

/** More lists and maps in each other are left to the parser, which says where there are too many. */
const MAX_DEPTH = 100;

/** The fields of a map. */
export type Fields = Record<string, unknown>;

/** A list or map that is open. The levels are made once, and used for one document after the other. */
class Level {
  column = -1;
  isList = false;
  value: Fields | unknown[] = {};
  /** Undefined for the deepest one that there may be. */
  inner: Level | undefined;

  constructor(readonly outer: Level | undefined) {}
}

/** The lists and maps that are open while a document is read line by line. */
export class PlainTree {
  /** The key of the innermost map that waits for its value. */
  key: string | undefined;
  /** What stands around the document, and the innermost level that is open. */
  private readonly outside: Level;
  private level: Level;

  constructor() {
    this.outside = new Level(undefined);
    this.level = this.outside;
    for (let depth = 1, level = this.outside; depth < MAX_DEPTH; depth += 1) {
      level.inner = new Level(level);
      level = level.inner;
    }
  }

  /** Begins a document. */
  begin(): void {
    this.key = undefined;
    this.level = this.outside;
  }

  /** Ends it. Undefined where it holds nothing. */
  end(): Fields | undefined {
    if (this.key !== undefined) this.setField(null);
    return this.level === this.outside ? undefined : (this.outside.inner?.value as Fields);
  }

  /** The map that a line adds a field to: a new one, or one that is open; undefined where it can be none. */
  mapOf(head: LineHead): Fields | undefined {
    const { column } = head;
    let { level } = this;
    if (head.isItem) {
      const fields: Fields = {};
      return this.addItem(column, fields) && this.enter(head.keyColumn, fields, false) ? fields : undefined;
    }
    if (column > level.column) return this.addMap(column);
    // A key without a value has null.
    if (this.key !== undefined) this.setField(null);
    while (column < level.column) level = level.outer as Level;
    // A list may have the column of the map that it is in.
    if (level.isList) level = level.outer as Level;
    this.level = level;
    return level.column === column ? (level.value as Fields) : undefined;
  }

  /**
   * Adds an item to a list, which begins here where a key waits for its value: at the column of its map, or deeper.
   *
   * @returns whether it can be one.
   */
  addItem(column: number, value: unknown): boolean {
    let { level } = this;
    if (column < level.column) {
      if (this.key !== undefined) this.setField(null);
      while (column < level.column) level = level.outer as Level;
      this.level = level;
    } else if (this.key !== undefined) {
      const list = [value];
      this.setField(list);
      return this.enter(column, list, true);
    }
    if (!level.isList || level.column !== column) return false;
    (level.value as unknown[]).push(value);
    return true;
  }

  /** Adds the map that a key waits for, or that is the document. */
  private addMap(column: number): Fields | undefined {
    const fields: Fields = {};
    if (this.key !== undefined) this.setField(fields);
    // It would be deeper than what is open, or than where a document begins.
    else if (column > 0) return undefined;
    return this.enter(column, fields, false) ? fields : undefined;
  }

  /** Whether there may be one level more. */
  private enter(column: number, value: Fields | unknown[], isList: boolean): boolean {
    const { inner } = this.level;
    if (inner === undefined) return false;
    inner.column = column;
    inner.value = value;
    inner.isList = isList;
    this.level = inner;
    return true;
  }

  private setField(value: unknown): void {
    (this.level.value as Fields)[this.key as string] = value;
    this.key = undefined;
  }
}
