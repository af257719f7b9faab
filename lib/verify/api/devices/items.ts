import type { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';

/** How many requests, constraints and configurations a claim may have, and configurations a class. */
export const MAX_REQUESTS = 32;
export const MAX_CONSTRAINTS = 32;
export const MAX_CONFIGURATIONS = 32;

/** Judges each item of a list; of a list that is too long nothing else is said. */
export function validateItems<T>(
  items: readonly T[],
  max: number,
  path: FieldPath,
  errors: FieldErrors,
  validate: (item: T, at: FieldPath) => void,
): void {
  if (items.length > max) errors.tooMany(path, items.length, max);
  else for (const [index, item] of items.entries()) validate(item, path.index(index));
}

/** Complains of items whose key stands twice. */
export function validateUnique<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
  placeOf: (index: number) => FieldPath,
  errors: FieldErrors,
): void {
  const seen = new Set<string>();
  for (const [index, item] of items.entries()) {
    const key = keyOf(item);
    if (seen.has(key)) errors.duplicate(placeOf(index), key);
    seen.add(key);
  }
}
