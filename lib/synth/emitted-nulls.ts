/**
 * Puts null in place of undefined, in lists and in fields, which is what cdk8s writes for it: null in a list becomes
 * undefined when cdk8s renders.
 *
 * @returns the same value where there is no undefined in it, else a copy.
 */
export function withEmittedNulls<T>(value: T): T {
  if (value === undefined) return null as T;
  if (typeof value !== 'object' || value === null) return value;
  return (Array.isArray(value) ? listWithNulls(value) : fieldsWithNulls(value)) as T;
}

function listWithNulls(list: readonly unknown[]): readonly unknown[] {
  let copy: unknown[] | undefined;
  for (let at = 0; at < list.length; at++) {
    const item = list[at];
    const emitted = withEmittedNulls(item);
    if (emitted === item) continue;
    copy ??= [...list];
    copy[at] = emitted;
  }
  return copy ?? list;
}

function fieldsWithNulls(fields: object): object {
  let copy: Record<string, unknown> | undefined;
  for (const key of Object.keys(fields)) {
    const value = (fields as Record<string, unknown>)[key];
    const emitted = withEmittedNulls(value);
    if (emitted === value) continue;
    copy ??= { ...fields };
    copy[key] = emitted;
  }
  return copy ?? fields;
}
