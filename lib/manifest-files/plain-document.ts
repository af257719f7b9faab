import { type LineHead, LineHeads } from './line-head';
import { lineScalar } from './line-scalar';
import { type Fields, PlainTree } from './plain-tree';

/** A line of spaces, or of a comment in ASCII. */
const BLANK_LINE = / *(?:#[ -~]*)?(?:\n|$)/y;

/** The beginning of an item of a list. */
const ITEM = / *- /y;
const ITEM_LENGTH = 2;

const ONLY_SPACES = /^ *$/;

/** No column. */
const NONE = -1;

/**
 * Reads documents that hold only what most manifests are made of: a map, in it maps, lists and scalars of one line,
 * without quotes or in quotes without escapes, and comments in lines of their own. That takes a fraction of the time
 * that the parser takes. Of any other document, right or wrong, it says nothing: the parser does.
 *
 * Since manifests are much alike, it remembers lines: one that is what followed the line before it last time, in
 * whatever document, is not read again, but only compared.
 */
export class PlainDocumentReader {
  private readonly heads = new LineHeads();
  private readonly tree = new PlainTree();
  private text = '';
  /** Offset of the next character. */
  private at = 0;
  /** The value of the last line that was not as expected; undefined where it comes below. */
  private value: unknown;
  /** The next colon, from where one was looked for last. */
  private colon = -1;
  /** How the last field began. */
  private head = this.heads.find('kind: ') as LineHead;

  /** The value of a document between two offsets; undefined where it holds anything else. */
  read(text: string, start = 0, end = text.length): Fields | undefined {
    const { tree } = this;
    this.text = text;
    this.colon = -1;
    tree.begin();
    let { head } = this;
    let fields: Fields = {};
    // The column of a line that adds a field to them.
    let column = NONE;
    // One loop, with variables in place of properties: for most lines, a call more would be a third of the work.
    for (let at = start; at < end; ) {
      const expected = head.next;
      let value: unknown;
      if (text.startsWith(expected.line, at)) {
        head = expected;
        value = head.value;
        at += head.lineLength;
      } else {
        this.at = at;
        const found = text.startsWith(expected.text, at) ? expected : this.findHead();
        if (found === undefined) {
          if (!this.readOther()) return undefined;
          column = NONE;
          at = this.at;
          continue;
        }
        head.next = found;
        head = found;
        if (!this.readValue(head)) return undefined;
        value = this.value;
        at = this.at;
      }
      if (head.fieldColumn !== column) {
        const map = tree.mapOf(head);
        if (map === undefined) return undefined;
        fields = map;
        column = head.keyColumn;
      }
      const { key } = head;
      // A field that stands twice is left to the parser.
      if (Object.hasOwn(fields, key)) return undefined;
      if (value === undefined) {
        tree.key = key;
        column = NONE;
      } else fields[key] = value;
    }
    this.head = head;
    return tree.end();
  }

  /** Reads the value of a field, and remembers it. Returns whether it can be read here; so does the method below. */
  private readValue(head: LineHead): boolean {
    const lineStart = this.at;
    this.at = lineStart + head.text.length;
    this.value = undefined;
    if (head.isWhole) return true;
    const rest = this.restOfLine();
    const value = lineScalar(rest);
    if (value === undefined && !ONLY_SPACES.test(rest)) return false;
    this.value = value;
    // Who gets an empty list or map may fill it, and without its break a line may be the beginning of another.
    const isLasting = (typeof value !== 'object' || value === null) && this.at <= this.text.length;
    if (isLasting) head.remember(this.text.slice(lineStart, this.at), value);
    return true;
  }

  /** Reads a line that is no field: an item of a list that is a scalar, or nothing at all. */
  private readOther(): boolean {
    const { text, at } = this;
    ITEM.lastIndex = at;
    if (!ITEM.test(text)) {
      BLANK_LINE.lastIndex = at;
      const isBlank = BLANK_LINE.test(text);
      this.at = BLANK_LINE.lastIndex;
      return isBlank;
    }
    this.at = ITEM.lastIndex;
    const itemColumn = this.at - at - ITEM_LENGTH;
    const value = lineScalar(this.restOfLine());
    return value !== undefined && this.tree.addItem(itemColumn, value);
  }

  /** The rest of the line; what follows is the next one. */
  private restOfLine(): string {
    const { text, at } = this;
    const lineEnd = text.indexOf('\n', at);
    const end = lineEnd < 0 ? text.length : lineEnd;
    this.at = end + 1;
    return text.slice(at, end);
  }

  /** The head of the line. Its key is before the first colon, which may stand in another line. */
  private findHead(): LineHead | undefined {
    const { text, at } = this;
    if (this.colon < at) {
      const next = text.indexOf(':', at);
      this.colon = next < 0 ? text.length : next;
    }
    return this.heads.find(text.slice(at, this.colon + 2));
  }
}
