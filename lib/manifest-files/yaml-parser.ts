import { readProblem, UnreadableDocument } from './problem';
import { scan } from './scanner';
import { Token, type TokenKind, type Tokens } from './token';

/** What stands before a node: `&anchor` and `!tag`. */
export interface NodeProperties {
  readonly anchor?: string;
  /** The full name of the tag. */
  readonly tag?: string;
  /** Where the node begins. */
  readonly start: number;
}

/** What the parser tells of the nodes of a document, in their order. A map gets keys and values in turn. */
export interface NodeReceiver {
  /** A scalar, from `start` to `end`. A plain one stands without quotes, and may be empty. */
  scalar(text: string, isPlain: boolean, start: number, end: number, properties?: NodeProperties): void;
  alias(name: string, start: number, end: number): void;
  /** A list or map begins; `end` tells of its end. */
  begin(isMap: boolean, start: number, properties?: NodeProperties): void;
  end(end: number): void;
  /** Something follows the document that is not read. */
  rest(start: number): void;
}

/**
 * Parses the text of a document.
 *
 * @param isJson whether it is JSON, which is nearly YAML.
 * @throws UnreadableDocument when it is neither.
 */
export function parseYaml(text: string, isJson: boolean, receiver: NodeReceiver): void {
  new Parser(scan(text, isJson), receiver).parseDocument();
}

class Parser {
  private at = 0;

  constructor(
    private readonly tokens: Tokens,
    private readonly receiver: NodeReceiver,
  ) {}

  parseDocument(): void {
    if (this.next === Token.documentStart) this.at += 1;
    if (this.isOne(Token.documentStart, Token.documentEnd, Token.streamEnd)) this.addEmpty();
    else this.parseNode(true, false);
    while (this.next === Token.documentEnd) this.at += 1;
    if (this.next !== Token.streamEnd) this.receiver.rest(this.start);
  }

  /** The next token. Whatever the scanner could not read is an error here. */
  private get next(): TokenKind {
    const { tokens } = this;
    while (tokens.kinds[this.at] === Token.none) this.at += 1;
    const kind = tokens.kinds[this.at] as TokenKind;
    if (kind === Token.unreadable) throw tokens.error;
    return kind;
  }

  private get start(): number {
    return this.tokens.starts[this.at] as number;
  }

  private get end(): number {
    return this.tokens.ends[this.at] as number;
  }

  private isOne(first: TokenKind, second: TokenKind, third: TokenKind): boolean {
    const { next } = this;
    return next === first || next === second || next === third;
  }

  private parseNode(inBlock: boolean, mayBeIndentless: boolean): void {
    const { receiver, tokens } = this;
    if (this.next === Token.alias) {
      receiver.alias(tokens.values[this.at] as string, this.start, this.end);
      this.at += 1;
      return;
    }
    const properties = this.parseProperties();
    const start = properties?.start ?? this.start;
    switch (this.next) {
      case Token.plainScalar:
      case Token.otherScalar: {
        const isPlain = this.next === Token.plainScalar;
        receiver.scalar(tokens.values[this.at] as string, isPlain, this.start, this.end, properties);
        this.at += 1;
        return;
      }
      case Token.flowListStart:
        receiver.begin(false, start, properties);
        this.parseFlowList();
        return;
      case Token.flowMapStart:
        receiver.begin(true, start, properties);
        this.parseFlowMap();
        return;
      default:
        if (!inBlock || !this.parseBlock(start, mayBeIndentless, properties)) this.parseNothing(properties);
    }
  }

  private parseBlock(start: number, mayBeIndentless: boolean, properties?: NodeProperties): boolean {
    const { next } = this;
    if (next === Token.listEntry && !mayBeIndentless) return false;
    const isMap = next === Token.blockMapStart;
    if (!isMap && next !== Token.blockListStart && next !== Token.listEntry) return false;
    this.receiver.begin(isMap, start, properties);
    if (next !== Token.listEntry) this.at += 1;
    if (isMap) this.parseBlockMap();
    else this.parseBlockList(next === Token.listEntry);
    return true;
  }

  /** An anchor or a tag alone stands for an empty scalar. */
  private parseNothing(properties: NodeProperties | undefined): void {
    if (!properties) throw this.refusal('something is missing here: a value, or a key');
    this.receiver.scalar('', true, this.start, this.start, properties);
  }

  private parseProperties(): NodeProperties | undefined {
    if (this.next !== Token.anchor && this.next !== Token.tag) return undefined;
    const { start } = this;
    const found: { anchor?: string; tag?: string } = {};
    for (let { next } = this; next === Token.anchor || next === Token.tag; next = this.next) {
      const name = next === Token.anchor ? 'anchor' : 'tag';
      if (found[name] !== undefined) break;
      found[name] = this.tokens.values[this.at] as string;
      this.at += 1;
    }
    return { ...found, start };
  }
}
