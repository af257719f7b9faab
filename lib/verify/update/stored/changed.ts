import { fieldsOf } from '../../../kubernetes/api-types';
import type { KubernetesVersion } from '../../../kubernetes/kubernetes-version';
import { type Data, isData } from '../../manifest';
import { isSame } from '../../same';
import { filled } from './fills';
import { storedField } from './stored-form';

const NOTHING: Data = {};
const NONE: ReadonlySet<string> = new Set();

/**
 * The fields of a type in which the server sees a difference between two objects, in the order of the type.
 *
 * @param passedOver fields that may differ, and are not compared.
 */
export function changedFields(
  type: string,
  before: unknown,
  after: unknown,
  version: KubernetesVersion,
  passedOver: ReadonlySet<string> = NONE,
): string[] {
  if (before === after) return [];
  const [left, right] = [filled(type, dataOf(before)), filled(type, dataOf(after))];
  const changed: string[] = [];
  for (const name of fieldsOf(type, version)?.keys() ?? []) {
    if (!passedOver.has(name) && isChanged(type, name, left, right, version)) changed.push(name);
  }
  return changed;
}

/** Whether the server sees a difference between two objects of a type in one field. */
export function isFieldChanged(
  type: string,
  name: string,
  before: Data,
  after: Data,
  version: KubernetesVersion,
): boolean {
  return isChanged(type, name, filled(type, before), filled(type, after), version);
}

function isChanged(type: string, name: string, left: Data, right: Data, version: KubernetesVersion): boolean {
  if (isSame(left[name], right[name])) return false;
  return !isSame(storedField(type, name, left[name], version), storedField(type, name, right[name], version));
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
