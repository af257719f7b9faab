import type { ManifestIdentity } from '../manifest';

const KINDS: ReadonlySet<string> = new Set([
  'LimitRange',
  'Namespace',
  'PriorityClass',
  'ResourceQuota',
  'ServiceAccount',
]);

/** Whether a manifest shows something of the cluster that others are held to; where none does, none is asked for. */
export function showsState({ kind }: ManifestIdentity): boolean {
  return KINDS.has(kind);
}
