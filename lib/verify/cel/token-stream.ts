import { CelError } from './cel-error';
import { type Token, tokenize } from './tokens';

/** The tokens of an expression, one after the other. */
export class TokenStream {
  private readonly tokens: readonly Token[];
  private next = 0;

  /** @throws CelError where a text has no tokens of CEL. */
  constructor(source: string) {
    this.tokens = tokenize(source);
  }

  /** The token that comes next; at the end, one that says so. */
  get token(): Token {
    return this.tokens[this.next] as Token;
  }

  /** The token after the next one. */
  get following(): Token | undefined {
    return this.tokens[this.next + 1];
  }

  /** Goes on by a token. */
  take(): Token {
    const { token } = this;
    if (token.kind !== 'end') this.next++;
    return token;
  }

  /** Whether an operator comes next. */
  isAt(text: string): boolean {
    return this.token.kind === 'punctuation' && this.token.text === text;
  }

  /** Goes on if an operator comes next, and says whether. */
  accept(text: string): boolean {
    const found = this.isAt(text);
    if (found) this.next++;
    return found;
  }

  /** @throws CelError where another token comes next. */
  expect(text: string): void {
    if (!this.accept(text)) throw this.unexpected(`'${text}'`);
  }

  /** What to say where something else should come next. */
  unexpected(wanted: string): CelError {
    const { kind, text, at } = this.token;
    return new CelError(`has ${kind === 'end' ? 'its end' : `'${text}'`} where ${wanted} should be`, at);
  }
}
