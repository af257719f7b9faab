import type { Overload } from './signatures';
import type { TypeFinder } from './type-finder';
import { type CelType, DYN, isSameType } from './types';

/** What a call comes to: dynamic where several forms of the function take the arguments; undefined where none does. */
export function resultOf(
  overloads: readonly Overload[],
  method: boolean,
  args: readonly CelType[],
  finder: TypeFinder,
): CelType | undefined {
  let result: CelType | undefined;
  for (const overload of overloads) {
    if (overload.method !== method) continue;
    const fresh = new Map<string, CelType>();
    const wanted = overload.args.map(type => instance(type, fresh, finder));
    if (!finder.types.assign(args, wanted)) continue;
    const type = finder.types.apply(instance(overload.result, fresh, finder), false);
    if (result === undefined) result = type;
    else if (!isSameType(result, type)) result = DYN;
  }
  return result;
}

/** A type of a signature, with an open type of its own for each of its letters. */
function instance(type: CelType, fresh: Map<string, CelType>, finder: TypeFinder): CelType {
  if (type.kind === 'param') {
    const known = fresh.get(type.name);
    if (known) return known;
    const open = finder.open();
    fresh.set(type.name, open);
    return open;
  }
  if (type.params.length === 0) return type;
  return { ...type, params: type.params.map(param => instance(param, fresh, finder)) };
}
