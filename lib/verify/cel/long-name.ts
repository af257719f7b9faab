import type { Expression } from './expression';

const NONE: ReadonlyMap<string, unknown> = new Map();

/** The text of an expression that is a name, with dots or without; undefined where its first part is a local. */
export function longName(
  expression: Expression,
  locals: ReadonlyMap<string, unknown> = NONE,
): string | undefined {
  if (expression.node === 'name') return locals.has(expression.name) ? undefined : expression.name;
  if (expression.node !== 'select' || expression.test || expression.optional) return undefined;
  const operand = longName(expression.operand, locals);
  return operand === undefined ? undefined : `${operand}.${expression.field}`;
}
