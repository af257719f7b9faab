import { CelError } from './cel-error';
import type { CallExpression, Expression, Macro } from './expression';

/** How many variables a macro binds, and whether a filter may stand before its step. */
interface MacroForm {
  readonly macro: Macro;
  readonly variables: number;
  readonly filter?: boolean;
}

/** Macros by name and number of arguments. */
const FORMS: ReadonlyMap<string, MacroForm> = new Map<string, MacroForm>([
  ['all/2', { macro: 'all', variables: 1 }],
  ['all/3', { macro: 'all', variables: 2 }],
  ['exists/2', { macro: 'exists', variables: 1 }],
  ['exists/3', { macro: 'exists', variables: 2 }],
  ['exists_one/2', { macro: 'exists_one', variables: 1 }],
  ['exists_one/3', { macro: 'exists_one', variables: 2 }],
  ['existsOne/2', { macro: 'exists_one', variables: 1 }],
  ['existsOne/3', { macro: 'exists_one', variables: 2 }],
  ['filter/2', { macro: 'filter', variables: 1 }],
  ['map/2', { macro: 'map', variables: 1 }],
  ['map/3', { macro: 'map', variables: 1, filter: true }],
  ['optFlatMap/2', { macro: 'optFlatMap', variables: 1 }],
  ['optMap/2', { macro: 'optMap', variables: 1 }],
  ['sortBy/2', { macro: 'sortBy', variables: 1 }],
  ['transformList/3', { macro: 'transformList', variables: 2 }],
  ['transformList/4', { macro: 'transformList', variables: 2, filter: true }],
  ['transformMap/3', { macro: 'transformMap', variables: 2 }],
  ['transformMap/4', { macro: 'transformMap', variables: 2, filter: true }],
  ['transformMapEntry/3', { macro: 'transformMapEntry', variables: 2 }],
  ['transformMapEntry/4', { macro: 'transformMapEntry', variables: 2, filter: true }],
]);

/**
 * Reads a call that is a macro; any other call comes back as it is.
 *
 * @throws CelError where the arguments are not those of the macro.
 */
export function expandMacro(call: CallExpression): Expression {
  const { name, target, args, at } = call;
  if (target === undefined)
    return name === 'has' && args.length === 1 ? presence(args[0] as Expression, at) : call;
  if (name === 'bind' && args.length === 3 && target.node === 'name' && target.name === 'cel') {
    const [variable, range, step] = args as [Expression, Expression, Expression];
    return { node: 'comprehension', macro: 'bind', range, variables: [variableName(variable)], step, at };
  }
  const form = FORMS.get(`${name}/${args.length}`);
  if (form === undefined) return call;
  const variables = args.slice(0, form.variables).map(variableName);
  return {
    node: 'comprehension',
    macro: form.macro,
    range: target,
    variables,
    ...(form.filter && { filter: args[form.variables] as Expression }),
    step: args.at(-1) as Expression,
    at,
  };
}

function presence(argument: Expression, at: number): Expression {
  if (argument.node !== 'select' || argument.test) {
    throw new CelError('has() asks for a field, such as has(object.spec)', at);
  }
  return { ...argument, test: true };
}

function variableName(argument: Expression): string {
  if (argument.node !== 'name')
    throw new CelError('has a macro whose first argument is no name', argument.at);
  return argument.name;
}
