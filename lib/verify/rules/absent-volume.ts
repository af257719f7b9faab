import { dataAt } from '../judged-manifest';
import type { Data } from '../manifest';
import { ABSENT_FIX } from '../relations/absent-references';
import { indexOnDemand } from '../relations/index-on-demand';
import type { ManifestSet } from '../relations/manifest-set';
import { podVolumes } from '../relations/pod-volumes';
import { isAbsent } from '../relations/program-objects';
import { storageClassOf, storageClassPath } from '../relations/storage-class-of';
import type { Rule, RuleProblem } from '../rule';

/** A claim that waits for a volume which is not there. */
export const absentVolume: Rule = {
  meta: {
    id: 'absent-volume',
    level: 'risky',
    closedLevel: 'broken',
    kinds: ['PersistentVolumeClaim', 'apps/StatefulSet'],
    summary: 'a claim needs a PersistentVolume that is not among the manifests, and nothing makes one',
    why: 'unless the cluster has it already, the claim waits for ever, and the pods with it',
    fix: ABSENT_FIX,
    see: 'https://kubernetes.io/docs/concepts/storage/persistent-volumes/#static',
  },
  check(manifest, set) {
    const pods = set.podsOf(manifest);
    if (!pods) return problemOf(manifest.data, '', set);
    return podVolumes(pods).volumes.flatMap(({ data, path, isClaimTemplate }) =>
      isClaimTemplate ? problemOf(data, `${path}.`, set) : [],
    );
  },
};

/** Names that provisioners give: the volume of a claim that comes from a cluster. */
const PROVISIONED = /^pvc-[0-9a-f]{8}-[0-9a-f-]{27}$/;

function problemOf(claim: Data, prefix: string, set: ManifestSet): readonly RuleProblem[] {
  const { volumeName } = dataAt(claim, 'spec');
  if (typeof volumeName === 'string' && volumeName !== '') {
    if (PROVISIONED.test(volumeName) || !isAbsent(set, 'PersistentVolume', '', volumeName)) return [];
    const message = `names volume '${volumeName}', which is not among the manifests`;
    return [{ path: `${prefix}spec.volumeName`, value: volumeName, message }];
  }
  const wanted = storageClassOf(claim);
  if (wanted === undefined || !isStatic(set, wanted) || volumeClasses(set).has(wanted)) return [];
  if (!isAbsent(set, 'PersistentVolume', '', '')) return [];
  const message = `is '${wanted}', for which nothing makes volumes, and no volume of that class is among the manifests`;
  return [{ path: `${prefix}${storageClassPath(claim)}`, value: wanted, message }];
}

/** Whether volumes of a class are made by hand. */
function isStatic(set: ManifestSet, name: string): boolean {
  if (name === '') return true;
  const storageClass = set.find('storage.k8s.io/StorageClass', '', name);
  return storageClass?.data.provisioner === 'kubernetes.io/no-provisioner';
}

const volumeClasses = indexOnDemand(
  set => new Set(set.ofKind('PersistentVolume').map(({ data }) => storageClassOf(data) ?? '')),
);
