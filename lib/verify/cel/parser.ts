import { CelError } from './cel-error';
import { entries, items, list, struct } from './collections';
import type { CallExpression, Expression } from './expression';
import { literal } from './literals';
import { longName } from './long-name';
import { expandMacro } from './macros';
import { TokenStream } from './token-stream';

/** Words that are no names. */
const RESERVED: ReadonlySet<string> = new Set(
  'as break const continue else for function if import let loop package namespace return var void while'.split(
    ' ',
  ),
);

const RELATIONS: ReadonlySet<string> = new Set(['<', '<=', '>=', '>', '==', '!=', 'in']);
const SUMS: ReadonlySet<string> = new Set(['+', '-']);
const PRODUCTS: ReadonlySet<string> = new Set(['*', '/', '%']);

/** How deep an expression may be nested, as in the API server's parser. */
const DEPTH_MAX = 250;

/**
 * Reads an expression of CEL.
 *
 * @throws CelError where it is none.
 * @see https://github.com/google/cel-spec/blob/master/doc/langdef.md#syntax
 */
export function parse(source: string): Expression {
  return new Parser(new TokenStream(source)).whole();
}

class Parser {
  private depth = 0;

  /** Reads one expression, for the collections that hold some. */
  private readonly part = () => this.expression();

  constructor(private readonly tokens: TokenStream) {}

  whole(): Expression {
    const expression = this.expression();
    if (this.tokens.token.kind !== 'end') throw this.tokens.unexpected('the end');
    return expression;
  }

  private expression(): Expression {
    if (++this.depth > DEPTH_MAX) throw new CelError('is nested too deep', this.tokens.token.at);
    const condition = this.or();
    const { at } = this.tokens.token;
    let result = condition;
    if (this.tokens.accept('?')) {
      const then = this.or();
      this.tokens.expect(':');
      result = { node: 'call', name: '_?_:_', args: [condition, then, this.expression()], at };
    }
    this.depth--;
    return result;
  }

  private or(): Expression {
    return this.chain(OR, () => this.and());
  }

  private and(): Expression {
    return this.chain(AND, () => this.relation());
  }

  private relation(): Expression {
    return this.chain(RELATIONS, () => this.sum());
  }

  private sum(): Expression {
    return this.chain(SUMS, () => this.chain(PRODUCTS, () => this.unary()));
  }

  private chain(operators: ReadonlySet<string>, operand: () => Expression): Expression {
    let left = operand();
    while (this.tokens.token.kind === 'punctuation' && operators.has(this.tokens.token.text)) {
      const { text, at } = this.tokens.take();
      left = { node: 'call', name: `_${text}_`, args: [left, operand()], at };
    }
    return left;
  }

  private unary(): Expression {
    const { text, at, kind } = this.tokens.token;
    if (kind !== 'punctuation' || (text !== '!' && text !== '-')) return this.member();
    const following = this.tokens.following;
    if (text === '-' && (following?.kind === 'int' || following?.kind === 'double')) return this.member();
    let times = 0;
    while (this.tokens.accept(text)) times++;
    const operand = this.member();
    return times % 2 === 0 ? operand : { node: 'call', name: `${text}_`, args: [operand], at };
  }

  private member(): Expression {
    let operand = this.primary();
    for (;;) {
      const { at } = this.tokens.token;
      if (this.tokens.accept('.')) operand = this.selection(operand, at);
      else if (this.tokens.accept('[')) {
        const name = this.tokens.accept('?') ? '_[?_]' : '_[_]';
        const index = this.expression();
        this.tokens.expect(']');
        operand = { node: 'call', name, args: [operand, index], at };
      } else if (this.tokens.isAt('{')) {
        const name = longName(operand);
        if (name === undefined) return operand;
        operand = struct(name, at, this.tokens, this.part);
      } else return operand;
    }
  }

  private selection(operand: Expression, at: number): Expression {
    const optional = this.tokens.accept('?');
    const { kind, text } = this.tokens.token;
    if (kind !== 'name' && kind !== 'quoted') throw this.tokens.unexpected('the name of a field');
    this.tokens.take();
    if (optional || kind === 'quoted' || !this.tokens.accept('(')) {
      return { node: 'select', operand, field: text, test: false, optional, at };
    }
    return expandMacro({
      node: 'call',
      name: text,
      target: operand,
      args: list(')', this.tokens, this.part),
      at,
    });
  }

  private primary(): Expression {
    const { kind, text, at } = this.tokens.token;
    switch (kind) {
      case 'name':
        return this.name();
      case 'punctuation':
        break;
      case 'end':
      case 'quoted':
        throw this.tokens.unexpected('a value');
      default:
        return literal(this.tokens.take(), '');
    }
    if (text === '(') {
      this.tokens.take();
      const inner = this.expression();
      this.tokens.expect(')');
      return inner;
    }
    if (text === '[') {
      this.tokens.take();
      return { node: 'list', items: items(this.tokens, this.part), at };
    }
    if (text === '{') {
      this.tokens.take();
      return { node: 'map', entries: entries(this.tokens, this.part), at };
    }
    if (text === '-') {
      this.tokens.take();
      return literal(this.tokens.take(), '-');
    }
    if (text === '.') {
      this.tokens.take();
      if (this.tokens.token.kind !== 'name') throw this.tokens.unexpected('a name');
      return this.name();
    }
    if (text === 'true' || text === 'false' || text === 'null') return literal(this.tokens.take(), '');
    throw this.tokens.unexpected('a value');
  }

  private name(): Expression {
    const { text, at } = this.tokens.take();
    if (RESERVED.has(text)) throw new CelError(`uses the reserved word '${text}'`, at);
    if (!this.tokens.accept('(')) return { node: 'name', name: text, at };
    const call: CallExpression = { node: 'call', name: text, args: list(')', this.tokens, this.part), at };
    return expandMacro(call);
  }
}

const OR: ReadonlySet<string> = new Set(['||']);
const AND: ReadonlySet<string> = new Set(['&&']);
