import type { CelEnvironment } from './environment';
import type { Expression, ListExpression, MapExpression, StructExpression } from './expression';
import type { Locals, TypeFinder } from './type-finder';
import { type CelType, DYN, insideOptional, listOf, mapOf, objectType } from './types';

/** The type of a list: its elements have one type. */
export function listType({ items }: ListExpression, finder: TypeFinder, locals: Locals): CelType {
  let element: CelType | undefined;
  for (const { value, optional } of items) {
    element = joined(element, entryType(value, optional, finder, locals), value.at, finder);
  }
  return listOf(element ?? finder.open());
}

/** The type of a map: its keys have one type, and its values. */
export function mapType({ entries }: MapExpression, finder: TypeFinder, locals: Locals): CelType {
  let keyType: CelType | undefined;
  let valueType: CelType | undefined;
  for (const { key, value, optional } of entries) {
    keyType = joined(keyType, finder.typeOf(key, locals), key.at, finder);
    valueType = joined(valueType, entryType(value, optional, finder, locals), value.at, finder);
  }
  return mapOf(keyType ?? finder.open(), valueType ?? finder.open());
}

function joined(sofar: CelType | undefined, type: CelType, at: number, finder: TypeFinder): CelType {
  if (sofar === undefined) return type;
  return (
    finder.types.join(sofar, type) ??
    finder.complain(at, `mixes a ${finder.text(type)} with a ${finder.text(sofar)} in a list or a map`)
  );
}

function entryType(value: Expression, optional: boolean, finder: TypeFinder, locals: Locals): CelType {
  const type = finder.typeOf(value, locals);
  return optional ? (insideOptional(finder.types.apply(type, false)) ?? DYN) : type;
}

/** The type of an object that an expression makes. */
export function structType(
  { name, fields, at }: StructExpression,
  { objects }: CelEnvironment,
  finder: TypeFinder,
  locals: Locals,
): CelType {
  if (!objects.has(name)) return finder.complain(at, `makes a '${name}', which is no type here`);
  const known = objects.get(name);
  for (const { field, value, optional } of fields) {
    const type = entryType(value, optional, finder, locals);
    const wanted = known ? known.get(field) : DYN;
    if (!wanted) finder.complain(value.at, `sets a field '${field}' that ${name} does not have`);
    else if (!finder.types.assign([type], [wanted])) {
      finder.complain(
        value.at,
        `sets '${field}' to a ${finder.text(type)}, and it is a ${finder.text(wanted)}`,
      );
    }
  }
  return objectType(name);
}
