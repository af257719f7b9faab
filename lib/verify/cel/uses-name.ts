import { CelError } from './cel-error';
import type { Expression } from './expression';
import { parse } from './parser';

/** Whether an expression of CEL speaks of a variable; one that cannot be read does, if it has the word. */
export function usesName(source: string, name: string): boolean {
  try {
    return hasName(parse(source), name);
  } catch (error) {
    if (error instanceof CelError || error instanceof RangeError) return source.includes(name);
    throw error;
  }
}

function hasName(expression: Expression, name: string): boolean {
  switch (expression.node) {
    case 'literal':
      return false;
    case 'name':
      return expression.name === name;
    case 'select':
      return hasName(expression.operand, name);
    case 'call':
      return anyHas(expression.target ? [expression.target, ...expression.args] : expression.args, name);
    case 'list':
      return anyHas(
        expression.items.map(({ value }) => value),
        name,
      );
    case 'map':
      return anyHas(
        expression.entries.flatMap(({ key, value }) => [key, value]),
        name,
      );
    case 'struct':
      return anyHas(
        expression.fields.map(({ value }) => value),
        name,
      );
    case 'comprehension': {
      const { range, filter, step } = expression;
      return anyHas(filter ? [range, filter, step] : [range, step], name);
    }
  }
}

function anyHas(expressions: readonly Expression[], name: string): boolean {
  return expressions.some(expression => hasName(expression, name));
}
