import { readProblem, UnreadableDocument } from './problem';
import { Token, type TokenKind, type Tokens } from './token';

/** Goes through the tokens of a document. */
export class TokenReader {
  private at = 0;

  constructor(private readonly tokens: Tokens) {}

  /**
   * The next token.
   *
   * @throws UnreadableDocument when it is what the scanner could not read.
   */
  get next(): TokenKind {
    const { kinds, error } = this.tokens;
    while (kinds[this.at] === Token.none) this.at += 1;
    const kind = kinds[this.at] as TokenKind;
    if (kind === Token.unreadable) throw error;
    return kind;
  }

  /** Where the next token begins. */
  get start(): number {
    return this.tokens.starts[this.at] as number;
  }

  /** Where it ends. */
  get end(): number {
    return this.tokens.ends[this.at] as number;
  }

  /** The text of it. */
  get value(): string {
    return this.tokens.values[this.at] as string;
  }

  /** Goes on to the one after it. */
  skip(): void {
    this.at += 1;
  }

  /** Goes on if it is of a kind. Whether it is. */
  skipIf(kind: TokenKind): boolean {
    const isIt = this.next === kind;
    if (isIt) this.at += 1;
    return isIt;
  }

  /** Whether it is of one of these kinds. */
  isOneOf(first: TokenKind, second: TokenKind, third: TokenKind): boolean {
    const { next } = this;
    return next === first || next === second || next === third;
  }

  /** What is wrong with it, or at another place; what the scanner saw there, or before, is nearer to the cause. */
  refusal(message: string, offset = this.start): UnreadableDocument {
    const { error } = this.tokens;
    if (error && error.problem.offset <= offset) return error;
    return new UnreadableDocument(readProblem('yaml-syntax', offset, '', `is no YAML: ${message}`));
  }
}
