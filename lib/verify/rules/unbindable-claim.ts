import { dataAt, type JudgedManifest, namespaceOf } from '../judged-manifest';
import { claimsNaming } from '../relations/claims';
import type { ManifestSet } from '../relations/manifest-set';
import { classMisfit, type Misfit, misfitsOf } from '../relations/volume-fit';
import type { Rule, RuleProblem } from '../rule';

/** A claim that names a volume which it never gets. */
export const unbindableClaim: Rule = {
  meta: {
    id: 'unbindable-claim',
    level: 'broken',
    kinds: ['PersistentVolumeClaim'],
    summary: 'a claim names a volume that can never be bound to it',
    why: 'the claim stays Pending, and the pods that use it are never scheduled',
    fix: 'make class, size, access modes and volume mode of the two agree, and let one claim name the volume',
    see: 'https://kubernetes.io/docs/concepts/storage/persistent-volumes/#reserving-a-persistentvolume',
  },
  check(claim, set) {
    const { volumeName } = dataAt(claim.data, 'spec');
    if (typeof volumeName !== 'string' || volumeName === '') return [];
    const volume = set.find('PersistentVolume', '', volumeName);
    if (!volume || isBound(claim)) return [];
    const { claimRef } = dataAt(volume.data, 'spec');
    if (claimRef) return isReservedFor(dataAt(volume.data, 'spec', 'claimRef'), claim, volumeName);
    const misfits = allMisfits(claim, volume);
    if (misfits.length === 0) return rivalsOf(claim, set, volume);
    return misfits.map(({ claimPath, asked, offered }) => ({
      path: claimPath,
      value: asked,
      message: `asks for '${asked}', and volume '${volumeName}', which the claim names, has '${offered}'`,
    }));
  },
};

/** Whether the claim comes from a cluster where it has its volume. */
function isBound({ data }: JudgedManifest): boolean {
  return Object.hasOwn(dataAt(data, 'metadata', 'annotations'), 'pv.kubernetes.io/bind-completed');
}

function isReservedFor(
  { namespace, name }: JudgedManifest['data'],
  claim: JudgedManifest,
  volume: string,
): readonly RuleProblem[] {
  const home = namespaceOf(claim);
  if (name === claim.object.name && (home === '' || namespace === home)) return [];
  const message = `names volume '${volume}', which is reserved for claim '${namespace ?? ''}/${name ?? ''}'`;
  return [{ path: 'spec.volumeName', value: volume, message }];
}

/** A volume is bound to one claim that it fits, and never to the others that name it. */
function rivalsOf(claim: JudgedManifest, set: ManifestSet, volume: JudgedManifest): readonly RuleProblem[] {
  const { name } = volume.object;
  const naming = claimsNaming(set, name);
  if (naming.length < 2) return [];
  const first = naming.find(rival => rival === claim || allMisfits(rival, volume).length === 0);
  if (!first || first === claim || first.object.name === claim.object.name) return [];
  const message = `names volume '${name}', which claim '${first.object.name}' names as well`;
  return [{ path: 'spec.volumeName', value: name, message }];
}

function allMisfits(claim: JudgedManifest, volume: JudgedManifest): readonly Misfit[] {
  const first = classMisfit(claim.data, volume.data);
  const others = misfitsOf(claim.data, volume.data);
  return first ? [first, ...others] : others;
}
