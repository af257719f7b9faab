/** An expression of CEL, taken apart. Operators are calls of functions such as `_+_`. */
export type Expression =
  | LiteralExpression
  | NameExpression
  | SelectExpression
  | CallExpression
  | ListExpression
  | MapExpression
  | StructExpression
  | ComprehensionExpression;

interface Node {
  /** Where in the source, in characters from 0. */
  readonly at: number;
}

/** A constant. */
export interface LiteralExpression extends Node {
  readonly node: 'literal';
  readonly type: 'bool' | 'int' | 'uint' | 'double' | 'string' | 'bytes' | 'null';
  readonly value: boolean | bigint | number | string | null;
}

/** A variable, or the first part of a longer name. */
export interface NameExpression extends Node {
  readonly node: 'name';
  readonly name: string;
}

/** `operand.field`; with `test`, `has(operand.field)`; with `optional`, `operand.?field`. */
export interface SelectExpression extends Node {
  readonly node: 'select';
  readonly operand: Expression;
  readonly field: string;
  readonly test: boolean;
  readonly optional: boolean;
}

/** A call of a function, of a method where there is a target. */
export interface CallExpression extends Node {
  readonly node: 'call';
  readonly name: string;
  readonly target?: Expression;
  readonly args: readonly Expression[];
}

/** `[a, ?b]` */
export interface ListExpression extends Node {
  readonly node: 'list';
  readonly items: readonly OptionalEntry<Expression>[];
}

/** `{k: v, ?k: v}` */
export interface MapExpression extends Node {
  readonly node: 'map';
  readonly entries: readonly (OptionalEntry<Expression> & { readonly key: Expression })[];
}

/** `Type{field: value}` */
export interface StructExpression extends Node {
  readonly node: 'struct';
  readonly name: string;
  readonly fields: readonly (OptionalEntry<Expression> & { readonly field: string })[];
}

/** An entry that may be left out where its value is absent. */
export interface OptionalEntry<T> {
  readonly value: T;
  readonly optional: boolean;
}

/** A macro over a list, a map or an optional: `range.all(x, step)`. */
export interface ComprehensionExpression extends Node {
  readonly node: 'comprehension';
  readonly macro: Macro;
  readonly range: Expression;
  readonly variables: readonly string[];
  /** Of `map` and the `transform…` macros with a filter. */
  readonly filter?: Expression;
  readonly step: Expression;
}

/** The macros that bind variables. */
export type Macro =
  | 'all'
  | 'exists'
  | 'exists_one'
  | 'map'
  | 'filter'
  | 'transformList'
  | 'transformMap'
  | 'transformMapEntry'
  | 'optMap'
  | 'optFlatMap'
  | 'bind'
  | 'sortBy';
