import type { NodeProperties, NodeReceiver } from './node-receiver';
import { Token } from './token';
import type { TokenReader } from './token-reader';

type FlowEnd = typeof Token.flowListEnd | typeof Token.flowMapEnd;

/** Makes the nodes of a document out of its tokens, after libyaml's grammar. */
export class DocumentParser {
  constructor(
    private readonly tokens: TokenReader,
    private readonly receiver: NodeReceiver,
  ) {}

  /** @throws UnreadableDocument when the tokens make no document. */
  parse(): void {
    const { tokens } = this;
    const isEmpty = tokens.skipIf(Token.documentStart)
      ? tokens.isOneOf(Token.documentStart, Token.documentEnd, Token.streamEnd)
      : tokens.next === Token.streamEnd;
    if (isEmpty) this.addEmpty();
    else this.parseNode(true, false);
    while (tokens.skipIf(Token.documentEnd));
    if (tokens.next !== Token.streamEnd) this.receiver.rest(tokens.start);
  }

  /**
   * @param inBlock whether it stands in no brackets.
   * @param isInMap whether it may be a list that is indented no deeper than the map that it is in.
   */
  private parseNode(inBlock: boolean, isInMap: boolean): void {
    const { receiver, tokens } = this;
    if (tokens.next === Token.alias) {
      receiver.alias(tokens.value, tokens.start, tokens.end);
      tokens.skip();
      return;
    }
    const properties = this.parseProperties();
    const { next, start } = tokens;
    if (next === Token.plainScalar || next === Token.otherScalar) {
      receiver.scalar(tokens.value, next === Token.plainScalar, start, tokens.end, properties);
      tokens.skip();
    } else if (next === Token.flowListStart) {
      receiver.begin(false, start, properties);
      this.parseFlowList();
    } else if (next === Token.flowMapStart) {
      receiver.begin(true, start, properties);
      this.parseFlowMap();
    } else if (inBlock && next === Token.blockMapStart) {
      receiver.begin(true, start, properties);
      this.parseBlockMap();
    } else if (inBlock && next === Token.blockListStart) {
      receiver.begin(false, start, properties);
      this.parseBlockList();
    } else if (isInMap && next === Token.listEntry) {
      receiver.begin(false, start, properties);
      this.parseListInMap();
    } else if (properties) {
      receiver.scalar('', true, start, start, properties);
    } else throw tokens.refusal('something is missing here, or does not belong here');
  }

  private parseProperties(): NodeProperties | undefined {
    const { tokens } = this;
    let { next } = tokens;
    if (next !== Token.anchor && next !== Token.tag) return undefined;
    const { start } = tokens;
    const found: { anchor?: string; tag?: string } = {};
    for (; next === Token.anchor || next === Token.tag; next = tokens.next) {
      const name = next === Token.anchor ? 'anchor' : 'tag';
      if (found[name] !== undefined) break;
      found[name] = tokens.value;
      tokens.skip();
    }
    return { ...found, start };
  }

  private parseBlockList(): void {
    const { tokens } = this;
    tokens.skip();
    while (tokens.skipIf(Token.listEntry)) {
      if (tokens.next === Token.listEntry || tokens.next === Token.blockEnd) this.addEmpty();
      else this.parseNode(true, false);
    }
    this.endBlock("an entry of the list does not begin with '-'");
  }

  private parseListInMap(): void {
    const { tokens } = this;
    while (tokens.skipIf(Token.listEntry)) {
      if (tokens.next === Token.listEntry || this.isAtEndOfEntry) this.addEmpty();
      else this.parseNode(true, false);
    }
    this.receiver.end(tokens.start);
  }

  private parseBlockMap(): void {
    const { tokens } = this;
    tokens.skip();
    while (tokens.skipIf(Token.key)) {
      if (this.isAtEndOfEntry) this.addEmpty();
      else this.parseNode(true, true);
      if (!tokens.skipIf(Token.value) || this.isAtEndOfEntry) this.addEmpty();
      else this.parseNode(true, true);
    }
    this.endBlock('an entry of the map has no key, or is indented otherwise than the one before it');
  }

  private get isAtEndOfEntry(): boolean {
    return this.tokens.isOneOf(Token.key, Token.value, Token.blockEnd);
  }

  private endBlock(problem: string): void {
    const { tokens } = this;
    if (tokens.next !== Token.blockEnd) throw tokens.refusal(problem);
    this.receiver.end(tokens.start);
    tokens.skip();
  }

  private parseFlowList(): void {
    const { tokens } = this;
    const { start } = tokens;
    tokens.skip();
    while (!this.endFlow(start, Token.flowListEnd)) {
      if (tokens.next === Token.key) this.parsePair();
      else this.parseNode(false, false);
      this.separate(Token.flowListEnd);
    }
  }

  /** A map of one entry without braces, in a list. */
  private parsePair(): void {
    const { receiver, tokens } = this;
    receiver.begin(true, tokens.start);
    tokens.skip();
    if (tokens.isOneOf(Token.value, Token.flowEntry, Token.flowListEnd)) {
      this.addEmpty();
      // As libyaml has it: what follows an empty key is lost, and is missed then.
      tokens.skip();
    } else this.parseNode(false, false);
    this.parseFlowValue(Token.flowListEnd);
    receiver.end(tokens.start);
  }

  private parseFlowMap(): void {
    const { tokens } = this;
    const { start } = tokens;
    tokens.skip();
    while (!this.endFlow(start, Token.flowMapEnd)) {
      if (tokens.skipIf(Token.key)) {
        if (tokens.isOneOf(Token.value, Token.flowEntry, Token.flowMapEnd)) this.addEmpty();
        else this.parseNode(false, false);
        this.parseFlowValue(Token.flowMapEnd);
      } else {
        this.parseNode(false, false);
        this.addEmpty();
      }
      this.separate(Token.flowMapEnd);
    }
  }

  /** Ends a list or a map in brackets if this is its end. Whether it is. */
  private endFlow(start: number, end: FlowEnd): boolean {
    const { tokens } = this;
    if (this.isAtEndOfDocument) throw tokens.refusal('a bracket is not closed', start);
    if (tokens.next !== end) return false;
    this.receiver.end(tokens.end);
    tokens.skip();
    return true;
  }

  /** After an entry comes a comma, or the end. */
  private separate(end: FlowEnd): void {
    const { tokens } = this;
    if (tokens.skipIf(Token.flowEntry) || tokens.next === end || this.isAtEndOfDocument) return;
    throw tokens.refusal('a comma or the closing bracket is missing before this');
  }

  /** In brackets, what is around them ends with the document alone. */
  private get isAtEndOfDocument(): boolean {
    return this.tokens.isOneOf(Token.streamEnd, Token.blockEnd, Token.documentEnd);
  }

  private parseFlowValue(end: FlowEnd): void {
    const { tokens } = this;
    const isEmpty = !tokens.skipIf(Token.value) || tokens.next === Token.flowEntry || tokens.next === end;
    if (isEmpty) this.addEmpty();
    else this.parseNode(false, false);
  }

  private addEmpty(): void {
    const { start } = this.tokens;
    this.receiver.scalar('', true, start, start);
  }
}
