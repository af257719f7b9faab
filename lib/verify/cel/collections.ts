import { CelError } from './cel-error';
import type { Expression, OptionalEntry } from './expression';
import type { TokenStream } from './token-stream';

/** Reads one expression. */
type ReadPart = () => Expression;

/** Reads expressions up to a closing sign. */
export function list(end: string, tokens: TokenStream, part: ReadPart): Expression[] {
  const found: Expression[] = [];
  if (tokens.accept(end)) return found;
  do found.push(part());
  while (tokens.accept(','));
  tokens.expect(end);
  return found;
}

/** Reads the elements of a list. */
export function items(tokens: TokenStream, part: ReadPart): OptionalEntry<Expression>[] {
  const found: OptionalEntry<Expression>[] = [];
  while (!tokens.accept(']')) {
    const optional = tokens.accept('?');
    found.push({ optional, value: part() });
    if (!tokens.accept(',') && !tokens.isAt(']')) throw tokens.unexpected("',' or ']'");
  }
  return found;
}

/** Reads the entries of a map. */
export function entries(
  tokens: TokenStream,
  part: ReadPart,
): { key: Expression; value: Expression; optional: boolean }[] {
  const found: { key: Expression; value: Expression; optional: boolean }[] = [];
  while (!tokens.accept('}')) {
    const optional = tokens.accept('?');
    const key = part();
    tokens.expect(':');
    found.push({ optional, key, value: part() });
    if (!tokens.accept(',') && !tokens.isAt('}')) throw tokens.unexpected("',' or '}'");
  }
  return found;
}

/** Reads the fields of an object that is made. */
export function struct(name: string, at: number, tokens: TokenStream, part: ReadPart): Expression {
  tokens.take();
  const fields: { field: string; value: Expression; optional: boolean }[] = [];
  while (!tokens.accept('}')) {
    const optional = tokens.accept('?');
    const field = tokens.take();
    if (field.kind !== 'name' && field.kind !== 'quoted')
      throw new CelError('must name a field here', field.at);
    tokens.expect(':');
    fields.push({ optional, field: field.text, value: part() });
    if (!tokens.accept(',') && !tokens.isAt('}')) throw tokens.unexpected("',' or '}'");
  }
  return { node: 'struct', name, fields, at };
}
