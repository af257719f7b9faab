import { dataAt, namespaceOf } from '../judged-manifest';
import { ABSENT_FIX } from '../relations/absent-references';
import type { ManifestSet } from '../relations/manifest-set';
import { podVolumes } from '../relations/pod-volumes';
import { isAbsent } from '../relations/program-objects';
import { isStatic, noVolumeFor, type WaitingClaim } from '../relations/static-volumes';
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
    const namespace = namespaceOf(manifest);
    const own = manifest.object.name;
    if (!pods) return problemOf({ data: manifest.data, namespace, name: own }, '', set);
    return podVolumes(pods).volumes.flatMap(({ data, path, name: template, isClaimTemplate }) =>
      isClaimTemplate ? problemOf({ data, namespace, name: `${template}-${own}-` }, `${path}.`, set) : [],
    );
  },
};

/** Names that provisioners give: the volume of a claim that comes from a cluster. */
const PROVISIONED = /^pvc-[0-9a-f]{8}-[0-9a-f-]{27}$/;

function problemOf(claim: WaitingClaim, prefix: string, set: ManifestSet): readonly RuleProblem[] {
  const { volumeName } = dataAt(claim.data, 'spec');
  if (typeof volumeName === 'string' && volumeName !== '') {
    if (PROVISIONED.test(volumeName) || !isAbsent(set, 'PersistentVolume', '', volumeName)) return [];
    const message = `names volume '${volumeName}', which is not among the manifests`;
    return [{ path: `${prefix}spec.volumeName`, value: volumeName, message }];
  }
  const wanted = storageClassOf(claim.data);
  if (wanted === undefined || !isStatic(set, wanted) || !isAbsent(set, 'PersistentVolume', '', '')) return [];
  const why = noVolumeFor(set, wanted, claim);
  if (!why) return [];
  return [
    {
      path: `${prefix}${storageClassPath(claim.data)}`,
      value: wanted,
      message: `is '${wanted}', ${why}`,
      fix: 'add a volume of that class with the size, the modes and the labels that the claim asks for, or declare the volumes external',
    },
  ];
}
