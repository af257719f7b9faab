import type { Expression } from './expression';
import type { Substitution } from './substitution';
import type { CelType } from './types';

/** The names that macros have bound. */
export type Locals = ReadonlyMap<string, CelType>;

/** What the parts of the checker ask of the whole. */
export interface TypeFinder {
  readonly types: Substitution;
  /** The type of a part of an expression. */
  typeOf(expression: Expression, locals: Locals): CelType;
  /** A type that is still open. */
  open(): CelType;
  /** Notes what is wrong; what is wrong may be of any type. */
  complain(at: number, message: string): CelType;
  /** Whether this version has a function, and so what came with it. */
  knows(name: string): boolean;
  /** A type as messages write it. */
  text(type: CelType): string;
}
