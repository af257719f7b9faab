import { dataAt, type JudgedManifest } from '../judged-manifest';
import type { Data } from '../manifest';
import { ABSENT_FIX, absentReferences, type NamedReference } from '../relations/absent-references';
import { indexOnDemand } from '../relations/index-on-demand';
import type { ManifestSet } from '../relations/manifest-set';
import { POD_KINDS } from '../relations/pod-kinds';
import { podVolumes } from '../relations/pod-volumes';
import { storageClassOf, storageClassPath } from '../relations/storage-class-of';
import type { Rule } from '../rule';

/** A class of storage that is not there. */
export const absentStorageClass: Rule = {
  meta: {
    id: 'absent-storage-class',
    level: 'risky',
    closedLevel: 'broken',
    kinds: [...POD_KINDS, 'PersistentVolumeClaim'],
    summary: 'a claim names a StorageClass that is not among the manifests',
    why: 'unless the cluster has it already, or a volume of that class, the claim waits for ever, and the pods with it',
    fix: ABSENT_FIX,
    see: 'https://kubernetes.io/docs/concepts/storage/persistent-volumes/#class-1',
  },
  check(manifest, set) {
    const named = namedIn(manifest, set).filter(({ name }) => !volumeClasses(set).has(String(name)));
    return absentReferences(set, 'storage.k8s.io/StorageClass', '', named);
  },
};

/** A class may be a name that static volumes and claims agree on, without an object. */
const volumeClasses = indexOnDemand(
  set => new Set(set.ofKind('PersistentVolume').map(({ data }) => storageClassOf(data))),
);

function namedIn(manifest: JudgedManifest, set: ManifestSet): readonly NamedReference[] {
  const pods = set.podsOf(manifest);
  if (!pods) return classOf(manifest.data, '');
  return podVolumes(pods).volumes.flatMap(({ data, path, isClaimTemplate }) => {
    if (isClaimTemplate) return classOf(data, `${path}.`);
    if (!data.ephemeral) return NONE;
    const template = dataAt(data, 'ephemeral', 'volumeClaimTemplate');
    return classOf(template, `${path}.ephemeral.volumeClaimTemplate.`);
  });
}

/** The class that a claim names, if it names one. */
function classOf(claim: Data, prefix: string): readonly NamedReference[] {
  const name = storageClassOf(claim);
  return name === undefined ? NONE : [{ name, path: `${prefix}${storageClassPath(claim)}` }];
}

const NONE: readonly NamedReference[] = [];
