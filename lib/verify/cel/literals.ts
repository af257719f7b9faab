import { CelError } from './cel-error';
import type { LiteralExpression } from './expression';
import type { Token } from './tokens';

const INT_MAX = 2n ** 63n - 1n;
const UINT_MAX = 2n ** 64n - 1n;

const ESCAPE =
  /\\(?:([abfnrtv\\?"'`])|[xX]([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-3][0-7]{2}))/g;
const PLAIN_ESCAPES: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

/**
 * The constant that a token stands for.
 *
 * @param sign `-`, or nothing.
 * @throws CelError where it is out of range.
 */
export function literal(token: Token, sign: '-' | ''): LiteralExpression {
  const { kind, text, at } = token;
  switch (kind) {
    case 'int':
      return { node: 'literal', type: 'int', value: integer(token, sign), at };
    case 'uint': {
      const value = BigInt(text.slice(0, -1));
      if (value > UINT_MAX || sign !== '') throw new CelError(`has a number that is no uint: ${text}`, at);
      return { node: 'literal', type: 'uint', value, at };
    }
    case 'double': {
      const value = Number(`${sign}${text}`);
      if (!Number.isFinite(value)) throw new CelError(`has a number that is no double: ${text}`, at);
      return { node: 'literal', type: 'double', value, at };
    }
    case 'string':
    case 'bytes':
      return { node: 'literal', type: kind, value: token.raw ? text : unescaped(token), at };
    default:
      if (text === 'null') return { node: 'literal', type: 'null', value: null, at };
      return { node: 'literal', type: 'bool', value: text === 'true', at };
  }
}

function integer({ text, at }: Token, sign: '-' | ''): bigint {
  const size = BigInt(text);
  const value = sign === '-' ? -size : size;
  if (value > INT_MAX || value < -INT_MAX - 1n) {
    throw new CelError(`has a number that is no int: ${sign}${text}`, at);
  }
  return value;
}

function unescaped({ text, at }: Token): string {
  if (!text.includes('\\')) return text;
  return text.replace(ESCAPE, (_, plain, hex, short, long, octal) => {
    if (plain !== undefined) return PLAIN_ESCAPES[plain] ?? plain;
    const code = octal === undefined ? Number.parseInt(hex ?? short ?? long, 16) : Number.parseInt(octal, 8);
    if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) {
      throw new CelError('has an escape that is no character', at);
    }
    return String.fromCodePoint(code);
  });
}
