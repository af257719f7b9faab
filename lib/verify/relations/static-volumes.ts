import { type LabelSelectorSpec, type Labels, selectorMatches } from '../../kubernetes/label-selector';
import { dataAt, type JudgedManifest } from '../judged-manifest';
import { type Data, isData } from '../manifest';
import { indexOnDemand } from './index-on-demand';
import type { ManifestSet } from './manifest-set';
import { storageClassOf } from './storage-class-of';
import { misfitsOf } from './volume-fit';

const STORAGE_CLASS = 'storage.k8s.io/StorageClass';

/** A claim, or a template of claims, that names no volume. */
export interface WaitingClaim {
  readonly data: Data;
  readonly namespace: string;
  /** Its name; of a template what the names of its claims begin with, with the last hyphen. */
  readonly name: string;
}

/** The volumes of a class. */
interface ClassVolumes {
  /** Those that are reserved for no claim. */
  readonly free: JudgedManifest[];
  readonly reserved: JudgedManifest[];
}

/** More volumes than these are not compared with each claim: one of the others may be for it. */
const MAX_COMPARED = 100;
const ORDINAL = /(?<=-)\d+$/;

const volumesByClass = indexOnDemand(set => {
  const byClass = new Map<string, ClassVolumes>();
  for (const volume of set.ofKind('PersistentVolume')) {
    const name = storageClassOf(volume.data) ?? '';
    const known = byClass.get(name) ?? { free: [], reserved: [] };
    byClass.set(name, known);
    (isData(dataAt(volume.data, 'spec').claimRef) ? known.reserved : known.free).push(volume);
  }
  return byClass;
});

/** The claims that volumes are reserved for, with and without their namespaces, and what their names begin with. */
const reservations = indexOnDemand(set => {
  const claims = new Set<string>();
  for (const { data } of set.ofKind('PersistentVolume')) {
    const { namespace, name } = dataAt(data, 'spec', 'claimRef');
    if (typeof name !== 'string') continue;
    for (const each of [name, name.replace(ORDINAL, '')]) {
      claims.add(`${String(namespace ?? '')}/${each}`).add(`/${each}`);
    }
  }
  return claims;
});

/**
 * Whether volumes of a class are made by hand: nothing makes them, or the class is no more than a name that volumes of
 * the input bear.
 *
 * @see https://kubernetes.io/docs/concepts/storage/persistent-volumes/#class-1
 */
export function isStatic(set: ManifestSet, name: string): boolean {
  if (name === '') return true;
  const storageClass = set.find(STORAGE_CLASS, '', name);
  if (storageClass) return storageClass.data.provisioner === 'kubernetes.io/no-provisioner';
  return volumesByClass(set).has(name) && !set.knows(STORAGE_CLASS, '', name);
}

/** Why no volume of the input is for a claim of a static class; undefined where one is, or may be. */
export function noVolumeFor(set: ManifestSet, name: string, claim: WaitingClaim): string | undefined {
  const volumes = volumesByClass(set).get(name);
  if (!volumes) return 'for which nothing makes volumes, and no volume of that class is among the manifests';
  const { free, reserved } = volumes;
  // The class of volumes that claims have already may be one of the cluster, which makes more.
  if (free.length === 0 && name !== '' && !set.find(STORAGE_CLASS, '', name)) return undefined;
  if (free.length > MAX_COMPARED || reservations(set).has(`${claim.namespace}/${claim.name}`))
    return undefined;
  const reasons: string[] = [];
  for (const volume of free) {
    const reason = unfitness(claim.data, volume);
    if (reason === undefined) return undefined;
    reasons.push(`'${volume.object.name}' ${reason}`);
  }
  for (const { object } of reserved) reasons.push(`'${object.name}' is reserved for another claim`);
  const more = reasons.length > SHOWN ? ` and ${reasons.length - SHOWN} more` : '';
  return `and no volume of that class among the manifests is for the claim: ${reasons.slice(0, SHOWN).join(', ')}${more}`;
}

const SHOWN = 3;

/** What keeps a volume from a claim: size, modes, volume mode, or labels that the claim selects. */
function unfitness(claim: Data, { data }: JudgedManifest): string | undefined {
  const [misfit] = misfitsOf(claim, data);
  if (misfit) return `has '${misfit.offered}' where '${misfit.asked}' is asked for`;
  const { selector } = dataAt(claim, 'spec');
  const labels = dataAt(data, 'metadata', 'labels') as Labels;
  if (!isData(selector) || selectorMatches(selector as LabelSelectorSpec, labels)) return undefined;
  return 'does not bear the labels of spec.selector';
}
