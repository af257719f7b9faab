import { listType, mapType, structType } from './aggregates';
import { CelError } from './cel-error';
import { comprehensionType } from './comprehensions';
import type { CelEnvironment } from './environment';
import type { CallExpression, Expression, NameExpression, SelectExpression } from './expression';
import { literalComplaint } from './literal-arguments';
import { longName } from './long-name';
import { resultOf } from './overloads';
import { Substitution } from './substitution';
import type { Locals, TypeFinder } from './type-finder';
import {
  BOOL,
  BYTES,
  type CelType,
  DOUBLE,
  DYN,
  INT,
  insideOptional,
  NULL,
  optionalOf,
  paramType,
  STRING,
  TYPE,
  typeText,
  UINT,
} from './types';

const LITERAL_TYPES = {
  bool: BOOL,
  int: INT,
  uint: UINT,
  double: DOUBLE,
  string: STRING,
  bytes: BYTES,
  null: NULL,
};

/** Names of types, which are values too. */
const TYPE_NAMES: ReadonlySet<string> = new Set([
  ...['bool', 'bytes', 'double', 'int', 'list', 'map', 'null_type', 'string', 'type', 'uint'],
  ...['google.protobuf.Duration', 'google.protobuf.Timestamp'],
]);

/** Finds the types in an expression, and what does not fit. */
export class Checker implements TypeFinder {
  readonly found: CelError[] = [];
  readonly types = new Substitution();
  private opened = 0;

  constructor(private readonly environment: CelEnvironment) {}

  /** The type of a whole expression. */
  check(expression: Expression): CelType {
    return this.types.apply(this.typeOf(expression, NO_LOCALS), true);
  }

  /** The type of a part of an expression, in which some names are bound. */
  typeOf(expression: Expression, locals: Locals): CelType {
    switch (expression.node) {
      case 'literal':
        return LITERAL_TYPES[expression.type];
      case 'name':
        return this.nameType(expression, locals);
      case 'select':
        return this.selectType(expression, locals);
      case 'call':
        return this.callType(expression, locals);
      case 'list':
        return listType(expression, this, locals);
      case 'map':
        return mapType(expression, this, locals);
      case 'struct':
        return structType(expression, this.environment, this, locals);
      case 'comprehension':
        return comprehensionType(expression, this, locals);
    }
  }

  /** A type that is still open. */
  open(): CelType {
    return paramType(`_${this.opened++}`);
  }

  /** Notes what is wrong; what is wrong may be of any type. */
  complain(at: number, message: string): CelType {
    this.found.push(new CelError(message, at));
    return DYN;
  }

  /** Whether this version has a function, and so what came with it. */
  knows(name: string): boolean {
    return this.environment.functions.has(name);
  }

  /** A type as it is known so far, with open types as dynamic ones in its text. */
  text(type: CelType): string {
    return typeText(this.types.apply(type, true));
  }

  private nameType({ name, at }: NameExpression, locals: Locals): CelType {
    const found = locals.get(name) ?? this.environment.variables.get(name);
    if (found) return found;
    if (TYPE_NAMES.has(name)) return TYPE;
    return this.complain(at, `speaks of '${name}', which is not there`);
  }

  private selectType(select: SelectExpression, locals: Locals): CelType {
    const { operand, field, test, optional, at } = select;
    const name = test || optional ? undefined : longName(select, locals);
    const variable = name === undefined ? undefined : this.environment.variables.get(name);
    if (variable) return variable;
    if (name !== undefined && TYPE_NAMES.has(name)) return TYPE;
    const outer = this.types.apply(this.typeOf(operand, locals), false);
    const inside = insideOptional(outer);
    const type = this.fieldType(inside ?? outer, field, at);
    if (test) return BOOL;
    if (optional && !this.knows('optional.of'))
      this.complain(at, "uses '.?', which this version does not know");
    return (optional || inside) && !insideOptional(type) ? optionalOf(type) : type;
  }

  private fieldType(type: CelType, field: string, at: number): CelType {
    switch (type.kind) {
      case 'dyn':
        return DYN;
      case 'param':
        this.types.assign([type], [DYN]);
        return DYN;
      case 'map':
        return type.params[1] ?? DYN;
      case 'object': {
        const fields = this.environment.objects.get(type.name);
        return fields
          ? (fields.get(field) ?? this.complain(at, `speaks of a field '${field}' that is not there`))
          : DYN;
      }
      default:
        return this.complain(at, `asks a ${this.text(type)} for a field '${field}'`);
    }
  }

  private callType(call: CallExpression, locals: Locals): CelType {
    const { target, at } = call;
    const space = target && longName(target, locals);
    const spaced = space === undefined ? undefined : `${space}.${call.name}`;
    const isSpaced = spaced !== undefined && this.knows(spaced);
    const name = isSpaced ? spaced : call.name;
    const args = call.args.map(argument => this.typeOf(argument, locals));
    const method = target !== undefined && !isSpaced;
    if (method) args.unshift(this.typeOf(target, locals));
    const overloads = this.environment.functions.get(name);
    if (!overloads) return this.complain(at, `calls '${name}', which is no function here`);
    const complaint = literalComplaint(name, call.args, this.knows('sets.contains'));
    if (complaint !== undefined) return this.complain(at, complaint);
    const result = resultOf(overloads, method, args, this);
    if (result) return result;
    const types = args.map(type => this.text(type)).join(', ');
    return this.complain(at, `uses '${plainName(name)}' with (${types}), which it does not take`);
  }
}

const NO_LOCALS: Locals = new Map();

/** A function's name, or the operator that it is: `_+_` is `+`. */
function plainName(name: string): string {
  return /^_|_$/.test(name) ? name.replaceAll('_', '') : name;
}
