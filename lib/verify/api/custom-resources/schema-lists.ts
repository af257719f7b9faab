import type { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';
import { itemsOf, type JsonSchema } from './json-schema';

const LIST_TYPES = ['atomic', 'set', 'map'];
const MAP_TYPES = ['granular', 'atomic'];

/** Judges how lists and maps of a schema are merged. */
export function validateSchemaLists(schema: JsonSchema, path: FieldPath, errors: FieldErrors): void {
  const listType = schema['x-kubernetes-list-type'];
  const keys = schema['x-kubernetes-list-map-keys'];
  const mapType = schema['x-kubernetes-map-type'];
  const listPath = path.child('x-kubernetes-list-type');
  if (listType !== undefined && schema.type !== 'array') {
    errors.invalid(path.child('type'), schema.type, 'must be array where x-kubernetes-list-type is given');
  } else if (listType !== undefined && !LIST_TYPES.includes(listType)) {
    errors.notSupported(listPath, listType, LIST_TYPES);
  }
  if (keys?.length) {
    if (listType !== 'map')
      errors.invalid(listPath, listType, 'must be map where there are x-kubernetes-list-map-keys');
  } else if (listType === 'map') {
    errors.required(
      path.child('x-kubernetes-list-map-keys'),
      'must not be empty where x-kubernetes-list-type is map',
    );
  }
  if (listType === 'map' && keys?.length) validateMapKeys(schema, keys, path, errors);
  if (mapType !== undefined && schema.type !== 'object') {
    errors.invalid(path.child('type'), schema.type, 'must be object where x-kubernetes-map-type is given');
  } else if (mapType !== undefined && !MAP_TYPES.includes(mapType)) {
    errors.notSupported(path.child('x-kubernetes-map-type'), mapType, MAP_TYPES);
  }
}

function validateMapKeys(
  schema: JsonSchema,
  keys: readonly string[],
  path: FieldPath,
  errors: FieldErrors,
): void {
  const items = itemsOf(schema);
  if (!items) return;
  if (items.type !== 'object') {
    errors.invalid(path.child('items', 'type'), items.type, 'must be object for a list that is a map');
    return;
  }
  const seen = new Set<string>();
  for (const [index, key] of keys.entries()) {
    const at = path.child('x-kubernetes-list-map-keys').index(index);
    const property = items.properties?.[key];
    if (!property) errors.invalid(at, key, 'must be a property of the items');
    else if (property.default === undefined && !items.required?.includes(key)) {
      errors.required(
        path.child('items').child('properties').key(key).child('default'),
        'is a key of the map, and has no default nor is it required',
      );
    }
    if (seen.has(key)) errors.duplicate(at, key);
    seen.add(key);
  }
}
