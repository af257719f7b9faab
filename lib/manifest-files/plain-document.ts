import { type LineHead, LineHeads } from './line-head';
import { lineScalar } from './line-scalar';
import { PlainTree } from './plain-tree';

/** A line of spaces, or of a comment; such a comment is ASCII. */
const BLANK_LINE = / *(?:#[ -~]*)?(?:\n|$)/y;

/** The beginning of an item of a list. */
const ITEM = / *- /y;
const ITEM_LENGTH = 2;

const ONLY_SPACES = /^ *$/;

const LINE_FEED = 0x0a;

/**
 * Reads documents that hold only what most manifests are made of: a map, in it maps, lists and scalars of one line,
 * without quotes or in quotes without escapes, and comments in lines of their own. That takes a fraction of the time
 * that the parser takes. Of any other document, right or wrong, it says nothing: the parser does.
 *
 * It remembers how lines begin, and what followed, since manifests are much alike: most lines need only be compared
 * with what is expected.
 */
export class PlainDocumentReader {
  private readonly heads = new LineHeads();
  private readonly tree = new PlainTree();
  private text = '';
  /** Offset of the next character. */
  private at = 0;
  /** The next colon, from where one was looked for last. */
  private colon = -1;
  /** How the last field began. */
  private head = this.heads.find('kind: ') as LineHead;

  /** The value of a document between two offsets; undefined where it holds anything else. */
  read(text: string, start = 0, end = text.length): Record<string, unknown> | undefined {
    this.text = text;
    this.at = start;
    this.colon = -1;
    this.tree.begin();
    while (this.at < end) if (!this.readLine()) return undefined;
    return this.tree.end();
  }

  /** Whether it can be read here; so say the methods below. */
  private readLine(): boolean {
    const { text, at } = this;
    let head = this.head.next;
    if (!text.startsWith(head.text, at)) {
      const lineEnd = this.lineEnd(at);
      const found = this.findHead(at, lineEnd);
      if (found === undefined) return this.readOther(at, lineEnd);
      this.head.next = found;
      head = found;
    }
    this.head = head;
    this.at = at + head.text.length;
    return head.isWhole ? this.tree.addField(head, undefined) : this.readValue(head);
  }

  /** Reads the value of a field, unless it is the one that was read here last time. */
  private readValue(head: LineHead): boolean {
    const { text, at } = this;
    const { valueText } = head;
    if (text.startsWith(valueText, at) && text.charCodeAt(at + valueText.length) === LINE_FEED) {
      this.at = at + valueText.length + 1;
      return this.tree.addField(head, head.value);
    }
    const lineEnd = this.lineEnd(at);
    this.at = lineEnd + 1;
    const rest = text.slice(at, lineEnd);
    const value = lineScalar(rest);
    if (value === undefined && !ONLY_SPACES.test(rest)) return false;
    // Who gets an empty list or map may fill it.
    if (typeof value !== 'object' || value === null) {
      head.valueText = rest;
      head.value = value;
    }
    return this.tree.addField(head, value);
  }

  private findHead(at: number, lineEnd: number): LineHead | undefined {
    const { text } = this;
    if (this.colon < at) {
      const next = text.indexOf(':', at);
      this.colon = next < 0 ? text.length : next;
    }
    return this.colon < lineEnd ? this.heads.find(text.slice(at, this.colon + 2)) : undefined;
  }

  /** Reads a line that is no field: an item of a list that is a scalar, or nothing at all. */
  private readOther(at: number, lineEnd: number): boolean {
    const { text } = this;
    this.at = lineEnd + 1;
    ITEM.lastIndex = at;
    if (!ITEM.test(text)) {
      BLANK_LINE.lastIndex = at;
      return BLANK_LINE.test(text);
    }
    const column = ITEM.lastIndex - at - ITEM_LENGTH;
    const value = lineScalar(text.slice(ITEM.lastIndex, lineEnd));
    return value !== undefined && this.tree.addItem(column, value);
  }

  private lineEnd(at: number): number {
    const end = this.text.indexOf('\n', at);
    return end < 0 ? this.text.length : end;
  }
}
