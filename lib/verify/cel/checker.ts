import { CelError } from './cel-error';
import { comprehensionType } from './comprehensions';
import type { CelEnvironment } from './environment';
import type {
  CallExpression,
  Expression,
  ListExpression,
  MapExpression,
  NameExpression,
  SelectExpression,
  StructExpression,
} from './expression';
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
  listOf,
  mapOf,
  NULL,
  objectType,
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
        return this.listType(expression, locals);
      case 'map':
        return this.mapType(expression, locals);
      case 'struct':
        return this.structType(expression, locals);
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

  private listType({ items }: ListExpression, locals: Locals): CelType {
    let element: CelType | undefined;
    for (const { value, optional } of items) {
      element = this.joined(element, this.entryType(value, optional, locals), value.at);
    }
    return listOf(element ?? this.open());
  }

  private mapType({ entries }: MapExpression, locals: Locals): CelType {
    let keyType: CelType | undefined;
    let valueType: CelType | undefined;
    for (const { key, value, optional } of entries) {
      keyType = this.joined(keyType, this.typeOf(key, locals), key.at);
      valueType = this.joined(valueType, this.entryType(value, optional, locals), value.at);
    }
    return mapOf(keyType ?? this.open(), valueType ?? this.open());
  }

  private joined(sofar: CelType | undefined, type: CelType, at: number): CelType {
    if (sofar === undefined) return type;
    return (
      this.types.join(sofar, type) ??
      this.complain(at, `mixes a ${this.text(type)} with a ${this.text(sofar)} in a list or a map`)
    );
  }

  private entryType(value: Expression, optional: boolean, locals: Locals): CelType {
    const type = this.typeOf(value, locals);
    return optional ? (insideOptional(this.types.apply(type, false)) ?? DYN) : type;
  }

  private structType({ name, fields, at }: StructExpression, locals: Locals): CelType {
    if (!this.environment.objects.has(name))
      return this.complain(at, `makes a '${name}', which is no type here`);
    const known = this.environment.objects.get(name);
    for (const { field, value, optional } of fields) {
      const type = this.entryType(value, optional, locals);
      const wanted = known ? known.get(field) : DYN;
      if (!wanted) this.complain(value.at, `sets a field '${field}' that ${name} does not have`);
      else if (!this.types.assign([type], [wanted])) {
        this.complain(value.at, `sets '${field}' to a ${this.text(type)}, and it is a ${this.text(wanted)}`);
      }
    }
    return objectType(name);
  }
}

const NO_LOCALS: Locals = new Map();

/** A function's name, or the operator that it is: `_+_` is `+`. */
function plainName(name: string): string {
  return /^_|_$/.test(name) ? name.replaceAll('_', '') : name;
}
