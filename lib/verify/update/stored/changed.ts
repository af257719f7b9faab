import { fieldsOf } from '../../../kubernetes/api-types';
import type { KubernetesVersion } from '../../../kubernetes/kubernetes-version';
import { type Data, isData } from '../../manifest';
import { filled } from './fills';
import { isSame } from './same';
import { storedField } from './stored-form';

const NOTHING: Data = {};

/** The fields of a type in which the server sees a difference between two objects, in the order of the type. */
export function changedFields(
  type: string,
  before: unknown,
  after: unknown,
  version: KubernetesVersion,
): string[] {
  if (isSame(before, after)) return [];
  const [left, right] = [filled(type, dataOf(before)), filled(type, dataOf(after))];
  const names = [...(fieldsOf(type, version)?.keys() ?? [])];
  return names.filter(name => {
    if (isSame(left[name], right[name])) return false;
    return !isSame(
      storedField(type, name, left[name], version),
      storedField(type, name, right[name], version),
    );
  });
}

/** Whether the server sees no difference between two objects of a type. */
export function isUnchanged(
  type: string,
  before: unknown,
  after: unknown,
  version: KubernetesVersion,
): boolean {
  return changedFields(type, before, after, version).length === 0;
}

/** The type of the objects in a field; undefined where it holds none. */
export function typeOfField(type: string, name: string, version: KubernetesVersion): string | undefined {
  const schema = fieldsOf(type, version)?.get(name)?.schema;
  const inside = schema?.type === 'array' ? schema.items : schema;
  return inside?.type === 'object' ? inside.of : undefined;
}

/** An object, or one without fields where there is none. */
export function dataOf(value: unknown): Data {
  return isData(value) ? value : NOTHING;
}
