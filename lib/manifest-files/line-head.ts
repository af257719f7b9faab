import { resolvePlain } from './scalar';

/** More of them are not remembered at a time. */
const MOST_HEADS = 4096;

const LONGEST_KEY = 1000;

/** Indentation, the dash of an item, and a key that is a word, up to where its value begins, or the line ends. */
const HEAD = /^( *)(- +)?([A-Za-z][\w./-]*):[ \n]$/;

/**
 * How a line of a map begins, from its indentation to the space behind the colon or the end of the line, such as
 * `  - name: `. What it says depends on these characters alone, wherever the line stands.
 */
export class LineHead {
  /** The column of the dash; of the key where there is none. */
  readonly column: number;
  readonly keyColumn: number;
  /** Whether the map that it belongs to begins here, as an item of a list. */
  readonly isItem: boolean;
  /** The column of the map that it adds a field to; that of none where it begins one. */
  readonly fieldColumn: number;
  /** Whether the line ends here, so that the value comes below. */
  readonly isWhole: boolean;
  /** The head that followed last time. */
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
    this.fieldColumn = this.isItem ? -2 : this.column;
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
 * The heads that were met before. Manifests repeat them without end, and looking one up, or comparing the text with
 * the one that is expected, takes a fraction of the time that reading it takes.
 */
export class LineHeads {
  private readonly heads = new Map<string, LineHead>();

  /** The head that a line begins with; undefined where its key is more than a word, or means more, as `yes` does. */
  find(text: string): LineHead | undefined {
    const known = this.heads.get(text);
    if (known !== undefined) return known;
    const match = text.length > LONGEST_KEY ? undefined : HEAD.exec(text);
    const key = match?.[3];
    if (!match || key === undefined || resolvePlain(key).type !== 'string') return undefined;
    const head = new LineHead(text, match[1] as string, match[2], key);
    if (this.heads.size >= MOST_HEADS) this.heads.clear();
    this.heads.set(text, head);
    return head;
  }
}
