import { KeyTable } from './key-table';
import { lineScalar } from './line-scalar';

const SPACE = 0x20;
const HASH = 0x23;
const HYPHEN = 0x2d;

/** All but printable ASCII and line feeds. */
const UNUSUAL = /[^\n -~]/;

/** More lists and maps in each other are left to the parser, which says where there are too many. */
const MAX_DEPTH = 100;

type Fields = Record<string, unknown>;

/**
 * Reads documents that hold only what most manifests are made of: a map, in it maps, lists and scalars of one line,
 * without quotes or in quotes without escapes, and comments in lines of their own. That takes a fraction of the time
 * that the parser takes. Of any other document, right or wrong, it says nothing: the parser does.
 */
export class PlainDocumentReader {
  private readonly keys = new KeyTable();
  private text = '';
  /** Offset of the next character. */
  private at = 0;
  /** Where its line begins and ends. */
  private lineStart = 0;
  private lineEnd = 0;
  /** The next colon, from where a key was looked for last. */
  private colon = -1;
  /** How many lists and maps are open, their columns, and themselves. */
  private depth = 0;
  private readonly columns: number[] = [];
  private readonly open: (Fields | unknown[])[] = [];
  /** The key of the innermost map that waits for its value. */
  private key: string | undefined;

  /** The value of a document; undefined where it holds anything else. */
  read(text: string): Fields | undefined {
    if (UNUSUAL.test(text)) return undefined;
    this.text = text;
    this.at = 0;
    this.colon = -1;
    this.depth = 0;
    this.key = undefined;
    while (this.at < text.length) if (!this.readLine()) return undefined;
    this.endField();
    return this.depth === 0 ? undefined : (this.open[0] as Fields);
  }

  /** Whether it can be read here; so say the methods below. */
  private readLine(): boolean {
    const { text } = this;
    this.lineStart = this.at;
    const end = text.indexOf('\n', this.at);
    this.lineEnd = end < 0 ? text.length : end;
    this.skipSpaces();
    const code = text.charCodeAt(this.at);
    if (this.at === this.lineEnd || code === HASH) {
      this.at = this.lineEnd + 1;
      return true;
    }
    const isItem = code === HYPHEN && text.charCodeAt(this.at + 1) === SPACE;
    this.leave(this.column, isItem);
    return isItem ? this.readItem() : this.readField();
  }

  /** Leaves what a line at a column is not in: a list may have the column of the map that it is in. */
  private leave(column: number, isItem: boolean): void {
    for (; this.depth > 0; this.depth -= 1) {
      const inner = this.columns[this.depth - 1] as number;
      if (inner < column) return;
      if (inner === column && (isItem || !Array.isArray(this.open[this.depth - 1]))) return;
      this.endField();
    }
  }

  private readItem(): boolean {
    const { column } = this;
    if (this.key !== undefined && !this.enter(column, [])) return false;
    const list = this.open[this.depth - 1];
    if (!Array.isArray(list) || this.columns[this.depth - 1] !== column) return false;
    this.at += 1;
    this.skipSpaces();
    const start = this.at;
    const key = this.readKey();
    if (key === undefined) {
      const value = this.readScalar();
      if (value === undefined) return false;
      list.push(value);
      return true;
    }
    const fields: Fields = {};
    list.push(fields);
    return this.push(start - this.lineStart, fields) && this.addField(fields, key);
  }

  private readField(): boolean {
    const { column } = this;
    const key = this.readKey();
    if (key === undefined) return false;
    if (this.depth === 0) {
      if (column > 0 || !this.push(column, {})) return false;
    } else if ((this.columns[this.depth - 1] as number) < column) {
      if (this.key === undefined || !this.enter(column, {})) return false;
    } else this.endField();
    const fields = this.open[this.depth - 1] as Fields;
    return !Array.isArray(fields) && this.addField(fields, key);
  }

  /** A field that stands twice is left to the parser. */
  private addField(fields: Fields, key: string): boolean {
    if (Object.hasOwn(fields, key)) return false;
    this.skipSpaces();
    if (this.at === this.lineEnd) {
      this.key = key;
      this.at += 1;
      return true;
    }
    const value = this.readScalar();
    if (value === undefined) return false;
    fields[key] = value;
    return true;
  }

  /** Makes a list or map the value of the key that waits for one. */
  private enter(column: number, value: Fields | unknown[]): boolean {
    (this.open[this.depth - 1] as Fields)[this.key as string] = value;
    this.key = undefined;
    return this.push(column, value);
  }

  private push(column: number, value: Fields | unknown[]): boolean {
    this.columns[this.depth] = column;
    this.open[this.depth] = value;
    this.depth += 1;
    return this.depth < MAX_DEPTH;
  }

  /** A key without a value has null. */
  private endField(): void {
    if (this.key === undefined) return;
    (this.open[this.depth - 1] as Fields)[this.key] = null;
    this.key = undefined;
  }

  /** Reads a key and its colon; undefined where there is none, and nothing is read then. */
  private readKey(): string | undefined {
    const { text, at } = this;
    if (this.colon < at) {
      const next = text.indexOf(':', at);
      this.colon = next < 0 ? text.length : next;
    }
    const { colon } = this;
    if (colon >= this.lineEnd || text.charCodeAt(colon + 1) > SPACE) return undefined;
    const key = this.keys.find(text, at, colon);
    if (key !== undefined) this.at = colon + 1;
    return key;
  }

  /** Reads the rest of the line; undefined where it is more than a scalar, an empty list or an empty map. */
  private readScalar(): unknown {
    const { at, lineEnd } = this;
    this.at = lineEnd + 1;
    return lineScalar(this.text, at, lineEnd);
  }

  private get column(): number {
    return this.at - this.lineStart;
  }

  private skipSpaces(): void {
    while (this.text.charCodeAt(this.at) === SPACE) this.at += 1;
  }
}
