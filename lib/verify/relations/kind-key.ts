import { groupOf } from '../../kubernetes/api-kinds';
import type { ManifestIdentity } from '../manifest';

/** Keys that were made before, by group and version, then by kind: to look one up costs less than to make it. */
const known = new Map<string, Map<string, string>>();
/** So many groups are kept, so that an endless input fits. */
const MAX_KNOWN = 1000;

/** A kind with its group, as rules name it: `Service`, `apps/StatefulSet`. Versions of a group are one kind. */
export function kindKey({ apiVersion, kind }: Pick<ManifestIdentity, 'apiVersion' | 'kind'>): string {
  if (apiVersion === 'v1') return kind;
  let ofVersion = known.get(apiVersion);
  let key = ofVersion?.get(kind);
  if (key !== undefined) return key;
  const group = groupOf(apiVersion);
  key = group === '' ? kind : `${group}/${kind}`;
  if (known.size >= MAX_KNOWN || (ofVersion && ofVersion.size >= MAX_KNOWN)) known.clear();
  ofVersion = known.get(apiVersion);
  if (ofVersion) ofVersion.set(kind, key);
  else known.set(apiVersion, new Map([[kind, key]]));
  return key;
}
