import { CelError } from './cel-error';

/** What a token is; `punctuation` comes to the operators and the words `in`, `true`, `false` and `null`. */
export type TokenKind =
  | 'int'
  | 'uint'
  | 'double'
  | 'string'
  | 'bytes'
  | 'name'
  | 'quoted'
  | 'punctuation'
  | 'end';

/** A piece of an expression. */
export interface Token {
  readonly kind: TokenKind;
  /** The text; of strings, what stands between the quotes, as it was written. */
  readonly text: string;
  readonly at: number;
  /** Of strings: whether backslashes stand for themselves. */
  readonly raw?: boolean;
}

const SPACE = /(?:[ \t\n\r\f]+|\/\/[^\n]*)+/y;
const DOUBLE = /[0-9]+\.[0-9]+(?:[eE][+-]?[0-9]+)?|[0-9]+[eE][+-]?[0-9]+|\.[0-9]+(?:[eE][+-]?[0-9]+)?/y;
const INT = /(?:0x[0-9a-fA-F]+|[0-9]+)[uU]?/y;
const NAME = /[a-zA-Z_][a-zA-Z0-9_]*/y;
const QUOTED_NAME = /`([a-zA-Z0-9_.\-/ ]+)`/y;
const OPERATOR = /==|!=|<=|>=|&&|\|\||[-+*/%<>!?:.,()[\]{}]/y;
const STRING_PREFIX = /[bB]?[rR]?(?="|')/y;

const ESCAPE = '\\\\(?:[abfnrtv\\\\?"\'`]|[xX][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[0-3][0-7]{2})';
const TEXTS: readonly (readonly [string, RegExp, RegExp])[] = [`"""`, `'''`, `"`, `'`].map(quote => {
  const long = quote.length === 3;
  const inner = long ? `(?:(?!${quote})` : `(?:[^${quote}\\n\\r`;
  const plain = long ? `${inner}[^\\\\]|${ESCAPE})*` : `${inner}\\\\]|${ESCAPE})*`;
  const raw = long ? `${inner}[^])*` : `${inner}])*`;
  return [quote, new RegExp(`(${plain})${quote}`, 'y'), new RegExp(`(${raw})${quote}`, 'y')] as const;
});

/**
 * Takes an expression of CEL apart.
 *
 * @throws CelError where it is none.
 */
export function tokenize(source: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  for (;;) {
    at += match(SPACE, source, at)?.[0].length ?? 0;
    if (at >= source.length) break;
    const [token, length] = tokenAt(source, at);
    tokens.push(token);
    at += length;
  }
  tokens.push({ kind: 'end', text: '', at });
  return tokens;
}

function tokenAt(source: string, at: number): [Token, number] {
  const text = stringAt(source, at);
  if (text) return text;
  const double = match(DOUBLE, source, at)?.[0];
  if (double !== undefined) return [{ kind: 'double', text: double, at }, double.length];
  const int = match(INT, source, at)?.[0];
  if (int !== undefined) return [{ kind: /[uU]$/.test(int) ? 'uint' : 'int', text: int, at }, int.length];
  const name = match(NAME, source, at)?.[0];
  if (name !== undefined) {
    const word = name === 'in' || name === 'true' || name === 'false' || name === 'null';
    return [{ kind: word ? 'punctuation' : 'name', text: name, at }, name.length];
  }
  const quoted = match(QUOTED_NAME, source, at);
  if (quoted) return [{ kind: 'quoted', text: quoted[1] as string, at }, quoted[0].length];
  const operator = match(OPERATOR, source, at)?.[0];
  if (operator !== undefined) return [{ kind: 'punctuation', text: operator, at }, operator.length];
  throw new CelError(`has a character that CEL does not know: ${JSON.stringify(source[at])}`, at);
}

function stringAt(source: string, at: number): [Token, number] | undefined {
  const prefix = match(STRING_PREFIX, source, at)?.[0];
  if (prefix === undefined) return undefined;
  const start = at + prefix.length;
  const raw = /[rR]/.test(prefix);
  for (const [quote, plain, verbatim] of TEXTS) {
    if (!source.startsWith(quote, start)) continue;
    const found = match(raw ? verbatim : plain, source, start + quote.length);
    if (!found) continue;
    const kind = /[bB]/.test(prefix) ? 'bytes' : 'string';
    return [{ kind, text: found[1] as string, at, raw }, prefix.length + quote.length + found[0].length];
  }
  throw new CelError('has a string that does not end, or an escape that CEL does not know', at);
}

function match(pattern: RegExp, source: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(source);
}
