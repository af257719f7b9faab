import { dataAt } from '../judged-manifest';
import { claimNamed } from '../relations/claims';
import type { Rule } from '../rule';

/** A volume that is reserved for one life of a claim. */
export const claimRefUid: Rule = {
  meta: {
    id: 'claim-ref-uid',
    level: 'risky',
    kinds: ['PersistentVolume'],
    summary: 'a volume is reserved for a claim by its UID',
    why: 'a claim that is created anew has another UID: the volume counts as released, and is bound to nobody',
    fix: 'leave out uid and resourceVersion of claimRef: namespace and name reserve the volume',
    see: 'https://kubernetes.io/docs/concepts/storage/persistent-volumes/#reserving-a-persistentvolume',
  },
  check({ data }, set) {
    const { uid, namespace, name } = dataAt(data, 'spec', 'claimRef');
    if (typeof uid !== 'string' || uid === '') return [];
    const claim = claimNamed(set, String(namespace ?? ''), String(name ?? ''));
    if (claim && dataAt(claim.data, 'metadata').uid === uid) return [];
    const message =
      'reserves the volume for the claim with this UID alone, and not for the next one of its name';
    return [{ path: 'spec.claimRef.uid', value: uid, message }];
  },
};
