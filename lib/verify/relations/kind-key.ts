import { groupOf } from '../../kubernetes/api-kinds';
import type { ManifestIdentity } from '../manifest';

/** A kind with its group, as rules name it: `Service`, `apps/StatefulSet`. Versions of a group are one kind. */
export function kindKey({ apiVersion, kind }: Pick<ManifestIdentity, 'apiVersion' | 'kind'>): string {
  const group = groupOf(apiVersion);
  return group === '' ? kind : `${group}/${kind}`;
}
