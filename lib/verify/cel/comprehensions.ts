import type { ComprehensionExpression } from './expression';
import type { Locals, TypeFinder } from './type-finder';
import { BOOL, type CelType, DYN, INT, insideOptional, listOf, mapOf, optionalOf } from './types';

/** The type of a macro that binds variables. */
export function comprehensionType(
  macro: ComprehensionExpression,
  finder: TypeFinder,
  locals: Locals,
): CelType {
  const range = finder.types.apply(finder.typeOf(macro.range, locals), false);
  switch (macro.macro) {
    case 'bind':
      return finder.typeOf(macro.step, bound(locals, macro.variables, [range]));
    case 'optMap':
    case 'optFlatMap':
      return optionalType(macro, range, finder, locals);
    default:
      return loopType(macro, range, finder, locals);
  }
}

function optionalType(
  macro: ComprehensionExpression,
  range: CelType,
  finder: TypeFinder,
  locals: Locals,
): CelType {
  const inside = range.kind === 'dyn' ? DYN : insideOptional(range);
  if (!inside || !finder.knows('optional.of')) {
    return finder.complain(
      macro.at,
      `calls ${macro.macro}() on a ${finder.text(range)}, which is no optional`,
    );
  }
  const step = finder.typeOf(macro.step, bound(locals, macro.variables, [inside]));
  return macro.macro === 'optMap' ? optionalOf(step) : step;
}

function loopType(
  { macro, variables, filter, step, at }: ComprehensionExpression,
  range: CelType,
  finder: TypeFinder,
  locals: Locals,
): CelType {
  const two = variables.length === 2;
  if ((two || macro === 'sortBy') && !finder.knows('lists.range')) {
    return finder.complain(at, `calls ${macro}() in a form that this version does not know`);
  }
  const [key, value] = entryTypes(range, at, finder);
  const single = range.kind === 'map' ? key : value;
  const inner = bound(locals, variables, two ? [key, value] : [single]);
  if (filter) requireBool(finder.typeOf(filter, inner), filter.at, finder);
  const result = finder.typeOf(step, inner);
  switch (macro) {
    case 'all':
    case 'exists':
    case 'exists_one':
      requireBool(result, step.at, finder);
      return BOOL;
    case 'filter':
      requireBool(result, step.at, finder);
      return listOf(single);
    case 'sortBy':
      return listOf(single);
    case 'transformMap':
      return mapOf(key, result);
    case 'transformMapEntry':
      return result.kind === 'map' ? result : DYN;
    default:
      return listOf(result);
  }
}

function entryTypes(range: CelType, at: number, finder: TypeFinder): [CelType, CelType] {
  const [first = DYN, second = DYN] = range.params;
  switch (range.kind) {
    case 'list':
      return [INT, first];
    case 'map':
      return [first, second];
    case 'dyn':
    case 'param':
      return [DYN, DYN];
    default:
      finder.complain(at, `goes through a ${finder.text(range)}, which is neither a list nor a map`);
      return [DYN, DYN];
  }
}

function requireBool(type: CelType, at: number, finder: TypeFinder): void {
  if (!finder.types.assign([type], [BOOL])) {
    finder.complain(at, `asks a ${finder.text(type)} whether it is true`);
  }
}

function bound(locals: Locals, names: readonly string[], types: readonly CelType[]): Locals {
  const inner = new Map(locals);
  for (const [index, name] of names.entries()) inner.set(name, types[index] ?? DYN);
  return inner;
}
