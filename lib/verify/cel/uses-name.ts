import { CelError } from './cel-error';
import { childrenOf } from './children';
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
  if (expression.node === 'name' && expression.name === name) return true;
  return childrenOf(expression).some(child => hasName(child, name));
}
