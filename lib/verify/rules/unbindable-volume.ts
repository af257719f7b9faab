import { dataAt, type JudgedManifest } from '../judged-manifest';
import { isData } from '../manifest';
import { claimNamed, volumesReservedFor } from '../relations/claims';
import { misfitsOf } from '../relations/volume-fit';
import type { Rule, RuleProblem } from '../rule';

/** A volume that is reserved for a claim which never gets it. */
export const unbindableVolume: Rule = {
  meta: {
    id: 'unbindable-volume',
    level: 'broken',
    kinds: ['PersistentVolume'],
    summary: 'a volume is reserved for a claim that it can never be bound to',
    why: 'the claim waits for ever or gets a new and empty volume, and the data of this one are not used',
    fix: 'make size, access modes and volume mode fit the claim, and reserve one volume for it by namespace and name',
    see: 'https://kubernetes.io/docs/concepts/storage/persistent-volumes/#reserving-a-persistentvolume',
  },
  check(volume, set) {
    const { claimRef } = dataAt(volume.data, 'spec');
    if (!isData(claimRef) || isBound(volume)) return [];
    const { namespace = '', name = '' } = claimRef;
    for (const [field, value] of [
      ['name', name],
      ['namespace', namespace],
    ] as const) {
      if (value === '') return [problem(`claimRef.${field}`, value, 'is empty, so that no claim is meant')];
    }
    const [home, own] = [String(namespace), String(name)];
    const claim = claimNamed(set, home, own);
    const volumeName = claim?.spec.volumeName;
    if (volumeName === volume.object.name) return [];
    if (volumeName) {
      const message = `reserves the volume for claim '${home}/${own}', which names volume '${volumeName}'`;
      return [problem('claimRef.name', name, message)];
    }
    const [first] = volumesReservedFor(set, home, own);
    if (first && first.object.name !== volume.object.name) {
      const message = `reserves the volume for claim '${home}/${own}', as volume '${first.object.name}' is`;
      return [problem('claimRef.name', name, message)];
    }
    if (!claim) return [];
    return misfitsOf(claim.data, volume.data).map(({ volumePath, asked, offered }) => ({
      path: volumePath,
      value: offered,
      message: `is '${offered}', and claim '${home}/${own}', which the volume is reserved for, asks for '${asked}'`,
    }));
  },
};

/** Whether the volume comes from a cluster where it has its claim. */
function isBound({ data }: JudgedManifest): boolean {
  return Object.hasOwn(dataAt(data, 'metadata', 'annotations'), 'pv.kubernetes.io/bound-by-controller');
}

function problem(field: string, value: unknown, message: string): RuleProblem {
  return { path: `spec.${field}`, value, message };
}
