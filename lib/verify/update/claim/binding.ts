import type { Data } from '../../manifest';
import { dataOf } from '../stored/changed';

/**
 * What a stored claim says of its volume. `unknown`: it is as someone wrote it, without anything that the server
 * adds, and so has no status to tell.
 */
export type ClaimBinding = 'bound' | 'pending' | 'unknown';

/** Whether a stored claim is bound to a volume. */
export function bindingOf({ metadata, status }: Data): ClaimBinding {
  const { phase } = dataOf(status);
  if (phase !== undefined) return phase === 'Bound' ? 'bound' : 'pending';
  return isFromServer(dataOf(metadata)) ? 'pending' : 'unknown';
}

/** The server protects each claim by a finalizer, and gives it a uid. */
function isFromServer({ uid, finalizers }: Data): boolean {
  return Boolean(uid) || (Array.isArray(finalizers) && finalizers.includes('kubernetes.io/pvc-protection'));
}
