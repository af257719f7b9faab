import { resolvePlain } from './scalar';

/** More of them are not remembered at a time. */
const MOST_HEADS = 4096;

/** Longer ones are not looked up. */
const LONGEST_HEAD = 500;

/** Where a line is that begins a map of its own: at none that is open. */
const OWN_MAP = -2;

/** Indentation, the dash of an item, and a key that is a word, up to where its value begins, or the line ends. */
const HEAD = /^( *)(- +)?([A-Za-z][\w./-]*):[ \n]$/;

/**
 * How a line with a field begins, such as `  - name: `: from its indentation to the space behind the colon, or to the
 * break of the line. What it says depends on these characters alone, and a line that is none of a field is never
 * compared with it: so it can be remembered, with the last line that began so and what may follow.
 */
export class LineHead {
  /** The column of the dash; of the key where there is none. */
  readonly column: number;
  readonly keyColumn: number;
  /** Whether the map that it belongs to begins here, as an item of a list. */
  readonly isItem: boolean;
  /** The column of the map that it adds a field to, if that one is open; no column where it begins one. */
  readonly fieldColumn: number;
  /** Whether the line ends here, so that the value comes below. */
  readonly isWhole: boolean;
  /** The head of the field that followed last time. */
  next: LineHead = this;
  /** The last line that began so, its break included, and the value in it: undefined where there is none. */
  line: string;
  lineLength: number;
  value: unknown = undefined;

  constructor(
    readonly text: string,
    indent: string,
    dash: string | undefined,
    readonly key: string,
  ) {
    this.column = indent.length;
    this.isItem = dash !== undefined;
    this.keyColumn = this.column + (dash?.length ?? 0);
    this.fieldColumn = this.isItem ? OWN_MAP : this.column;
    this.isWhole = text.endsWith('\n');
    this.line = this.isWhole ? text : `${text}\n`;
    this.lineLength = this.line.length;
  }

  /** Remembers a line. */
  remember(line: string, value: unknown): void {
    this.line = line;
    this.lineLength = line.length;
    this.value = value;
  }
}

/**
 * The heads that were met before. Manifests repeat the same few, and to look one up, or to compare the text with the
 * line that is expected, takes a fraction of the time that it takes to read it anew.
 */
export class LineHeads {
  private readonly heads = new Map<string, LineHead>();

  /** The head that a line begins with; undefined where its key is more than a word, or means more, as `yes` does. */
  find(text: string): LineHead | undefined {
    if (text.length > LONGEST_HEAD) return undefined;
    const known = this.heads.get(text);
    if (known !== undefined) return known;
    const [, indent = '', dash, key] = HEAD.exec(text) ?? [];
    if (key === undefined || resolvePlain(key).type !== 'string') return undefined;
    const head = new LineHead(text, indent, dash, key);
    if (this.heads.size >= MOST_HEADS) this.heads.clear();
    this.heads.set(text, head);
    return head;
  }
}
