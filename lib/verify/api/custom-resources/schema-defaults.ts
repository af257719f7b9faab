import { type Data, isData } from '../../manifest';
import { itemsOf, type JsonSchema, propertyOf, valuesOf } from './json-schema';

/**
 * A value with the defaults of its schema, as the server sets them before it validates: also for a `null` that may
 * be none, which is dropped where there is no default. The value itself where nothing is to be done.
 *
 * @see https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#defaulting
 */
export function withDefaults(value: unknown, schema: JsonSchema | undefined): unknown {
  if (schema === undefined) return value;
  if (Array.isArray(value)) {
    const items = itemsOf(schema);
    return items
      ? changed(
          value,
          value.map(item => withDefaults(given(item, items), items)),
        )
      : value;
  }
  return isData(value) ? withFieldDefaults(value, schema) : value;
}

function withFieldDefaults(value: Data, schema: JsonSchema): Data {
  const values = valuesOf(schema);
  const fields: Record<string, unknown> = {};
  let isChanged = false;
  for (const name of Object.keys(value)) {
    const own = propertyOf(schema, name) ?? values;
    if (own && given(value[name], own) === null && !own.nullable) {
      isChanged = true;
      continue;
    }
    fields[name] = own ? withDefaults(given(value[name], own), own) : value[name];
    isChanged ||= fields[name] !== value[name];
  }
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    if (property.default === undefined || Object.hasOwn(value, name)) continue;
    fields[name] = withDefaults(property.default, property);
    isChanged = true;
  }
  return isChanged ? fields : value;
}

/** What stands for a value before the defaults inside it are set. */
function given(value: unknown, schema: JsonSchema): unknown {
  return value === null && !schema.nullable && schema.default !== undefined ? schema.default : value;
}

function changed(before: readonly unknown[], after: readonly unknown[]): readonly unknown[] {
  return after.some((item, index) => item !== before[index]) ? after : before;
}
