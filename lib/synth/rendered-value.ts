import { Lazy } from 'cdk8s';

type Fields = Readonly<Record<string, unknown>>;

/** What lazy values, tokens, and numbers and texts in a class of their own stand for; not what is in it. */
export function resolved(declared: unknown): unknown {
  let value = declared;
  for (;;) {
    if (value === null || (typeof value !== 'object' && typeof value !== 'function')) return value;
    if (Array.isArray(value)) return value;
    const { resolve, constructor: type } = value as { resolve?: unknown; constructor: unknown };
    if (type === Object && typeof resolve !== 'function') return value;
    if (value instanceof Lazy) value = value.produce();
    else if (typeof resolve === 'function') value = (value as { resolve(): unknown }).resolve();
    else {
      const { value: wrapped } = value as Fields;
      return typeof wrapped === 'number' || typeof wrapped === 'string' ? { value: wrapped } : value;
    }
  }
}

/**
 * A declared value as it stands in the manifest: resolved, without what is null, its keys sorted. In one step what
 * cdk8s does in two, for values that its three resolvers resolve.
 *
 * @throws Error for an instance of a class.
 */
export function renderedValue(declared: unknown): unknown {
  const value = resolved(declared);
  if (value === null || value === undefined) return undefined;
  if (typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(item => renderedValue(item));
  const { constructor: type } = value;
  if (type !== Object) throw notSimple(type.name);
  return renderedFields(value as Fields);
}

/** The same of metadata, less lists and maps that are empty. */
export function renderedMetadata(declared: unknown): unknown {
  const value = resolved(declared);
  if (value === null || value === undefined) return undefined;
  if (typeof value !== 'object') return value;
  if (Array.isArray(value)) {
    return value.length === 0 ? undefined : value.map(item => renderedMetadata(item));
  }
  const { constructor: type } = value;
  if (type !== Object) throw notSimple(type.name);
  const rendered = fieldsOf(value as Fields, renderedMetadata);
  for (const _ in rendered) return rendered;
  return undefined;
}

/** The same of fields that are known to be ones. */
export function renderedFields(fields: Fields): Record<string, unknown> {
  return fieldsOf(fields, renderedValue);
}

/** Values are resolved in the order in which they were declared: that may have effects. */
function fieldsOf(fields: Fields, render: (value: unknown) => unknown): Record<string, unknown> {
  const keys = Object.keys(fields);
  if (areSorted(keys)) return fieldsInOrder(keys, fields, render);
  const unsorted = fieldsInOrder(keys, fields, render);
  const sorted: Record<string, unknown> = {};
  for (const key of Object.keys(unsorted).sort()) sorted[key] = unsorted[key];
  return sorted;
}

function fieldsInOrder(
  keys: readonly string[],
  fields: Fields,
  render: (value: unknown) => unknown,
): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const key of keys) {
    const value = render(fields[key]);
    if (value !== undefined) result[key] = value;
  }
  return result;
}

function areSorted(keys: readonly string[]): boolean {
  for (let at = 1; at < keys.length; at++) {
    if ((keys[at - 1] as string) > (keys[at] as string)) return false;
  }
  return true;
}

function notSimple(type: string): Error {
  return new Error(`can't render non-simple object of type '${type}'`);
}
