import { dataAt, type JudgedManifest } from '../judged-manifest';
import { claimNamed, volumesReservedFor } from '../relations/claims';
import type { ManifestSet } from '../relations/manifest-set';
import { nodeConflict, podNodeTerms, volumeNodeTerms } from '../relations/node-terms';
import { POD_KINDS } from '../relations/pod-kinds';
import type { PodSource } from '../relations/pod-source';
import { type PodVolume, podVolumes } from '../relations/pod-volumes';
import { quotedNames } from '../relations/quoted-names';
import type { Rule, RuleProblem } from '../rule';

/** A volume on other nodes than the pod, or than another volume of it. */
export const volumesApart: Rule = {
  meta: {
    id: 'volumes-apart',
    level: 'broken',
    kinds: POD_KINDS,
    summary: 'pods need a volume that is on other nodes than they or their other volumes are',
    why: 'no node fits, and the pods are never scheduled',
    fix: 'make the node affinity of the volume and that of the pods name a common node',
    see: 'https://kubernetes.io/docs/concepts/storage/persistent-volumes/#node-affinity',
  },
  check(manifest, set) {
    const pods = set.podsOf(manifest);
    if (!pods || set.ofKind('PersistentVolume').length === 0) return [];
    const places = [{ what: 'the pods are', terms: podNodeTerms(pods.spec) }];
    const problems: RuleProblem[] = [];
    for (const claimed of podVolumes(pods).volumes) {
      const volume = staticVolumeOf(set, pods, claimed);
      const terms = volume ? volumeNodeTerms(volume.data) : [];
      if (!volume || terms.length === 0) continue;
      const { name } = volume.object;
      for (const place of places) {
        const conflict = nodeConflict(place.terms, terms);
        if (!conflict) continue;
        const { key, one, other } = conflict;
        const message = `stands for volume '${name}' on nodes with ${key} ${quotedNames(other)}, and ${place.what} on nodes with ${quotedNames(one)}`;
        problems.push({ path: pathOf(claimed), value: name, message });
        break;
      }
      places.push({ what: `volume '${name}' is`, terms });
    }
    return problems;
  },
};

/** The volume that a claim has by name, or that is reserved for it; of a claim template, that of the first pod. */
function staticVolumeOf(set: ManifestSet, pods: PodSource, claimed: PodVolume): JudgedManifest | undefined {
  const { namespace, manifest } = pods;
  const { claimName } = dataAt(claimed.data, 'persistentVolumeClaim');
  const first = dataAt(manifest.data, 'spec', 'ordinals').start ?? 0;
  const name = claimed.isClaimTemplate ? `${claimed.name}-${manifest.object.name}-${first}` : claimName;
  if (typeof name !== 'string') return undefined;
  const chosen = claimNamed(set, namespace, name)?.spec.volumeName;
  if (typeof chosen === 'string' && chosen !== '') return set.find('PersistentVolume', '', chosen);
  return volumesReservedFor(set, namespace, name)[0];
}

function pathOf({ path, isClaimTemplate }: PodVolume): string {
  return isClaimTemplate ? path : `${path}.persistentVolumeClaim.claimName`;
}
