import { CelError } from './cel-error';
import { Checker } from './checker';
import type { CelEnvironment } from './environment';
import { parse } from './parser';
import type { CelType } from './types';

/** What the compiler says of an expression. */
export interface Compilation {
  /** What the expression comes to; undefined where it does not compile. */
  readonly type?: CelType;
  /** What is wrong, worded to follow the name of the field. */
  readonly complaints: readonly string[];
}

/**
 * Compiles an expression of CEL as the API server does: syntax, names, fields and types; what it costs to evaluate
 * is not asked.
 */
export function compile(source: string, environment: CelEnvironment): Compilation {
  try {
    const checker = new Checker(environment);
    const type = checker.check(parse(source));
    const complaints = checker.found.map(({ message, at }) => located(message, at, source));
    return complaints.length > 0 ? { complaints } : { type, complaints };
  } catch (error) {
    if (error instanceof CelError) return { complaints: [located(error.message, error.at, source)] };
    // An expression that is too much for the stack is no reason to refuse it.
    return { complaints: [] };
  }
}

function located(message: string, at: number, source: string): string {
  const before = source.slice(0, at).split('\n');
  const column = (before.at(-1)?.length ?? 0) + 1;
  return `${message} (line ${before.length}, column ${column})`;
}
