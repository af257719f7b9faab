import { dataAt } from '../judged-manifest';
import { storageClassOf } from '../relations/storage-class-of';
import type { Rule } from '../rule';

/** A claim of a static volume that leaves its class to the cluster. */
export const claimWithoutClass: Rule = {
  meta: {
    id: 'claim-without-class',
    level: 'risky',
    kinds: ['PersistentVolumeClaim'],
    summary: 'a claim names a volume and leaves the class to the cluster',
    why: 'a cluster with a default class writes that into the claim, and a volume of another class is never bound to it',
    fix: "write the class of the volume into the claim, '' where it has none",
    see: 'https://kubernetes.io/docs/concepts/storage/persistent-volumes/#class-1',
  },
  check(claim, set) {
    const { volumeName } = dataAt(claim.data, 'spec');
    if (typeof volumeName !== 'string' || volumeName === '') return [];
    if (storageClassOf(claim.data) !== undefined) return [];
    const volume = set.find('PersistentVolume', '', volumeName);
    if (!volume || dataAt(volume.data, 'spec').claimRef) return [];
    const offered = storageClassOf(volume.data) ?? '';
    const message = `is left to the cluster's default, and the class of volume '${volumeName}' is '${offered}'`;
    return [{ path: 'spec.storageClassName', message }];
  },
};
