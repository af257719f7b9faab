import { dataAt } from '../judged-manifest';
import { type Claim, claimOfVolume, volumeModeOf } from '../relations/claims';
import type { ManifestSet } from '../relations/manifest-set';
import { POD_KINDS } from '../relations/pod-kinds';
import { podVolumes } from '../relations/pod-volumes';
import type { Rule } from '../rule';

/** Files of a block device, and a device of files. */
export const volumeModeMismatch: Rule = {
  meta: {
    id: 'volume-mode-mismatch',
    level: 'broken',
    kinds: POD_KINDS,
    summary: 'a container mounts a block device, or uses files as a device',
    why: 'the kubelet gives a volume of mode Block as a device alone, and others as files alone: the pod never starts',
    fix: 'list the volume under volumeDevices where its volumeMode is Block, and under volumeMounts otherwise',
    see: 'https://kubernetes.io/docs/concepts/storage/persistent-volumes/#raw-block-volume-support',
  },
  check(manifest, set) {
    const pods = set.podsOf(manifest);
    if (!pods) return [];
    const { volumes, usesByName } = podVolumes(pods);
    return volumes.flatMap(volume => {
      const claim = claimOfVolume(set, pods, volume);
      const uses = usesByName.get(volume.name);
      if (!claim || !uses) return [];
      const mode = effectiveMode(set, claim);
      return uses
        .filter(({ isDevice }) => isDevice !== (mode === 'Block'))
        .map(({ path, isDevice }) => ({
          path: `${path}.name`,
          value: volume.name,
          message: `is used ${isDevice ? 'as a device' : 'for files'}, and the volumeMode of its claim '${claim.title}' is '${mode}'`,
        }));
    });
  },
};

/** That of the volume, where a claim names one: the two may be bound though they differ. */
function effectiveMode(set: ManifestSet, { data }: Claim): string {
  const { volumeName } = dataAt(data, 'spec');
  const volume = typeof volumeName === 'string' && set.find('PersistentVolume', '', volumeName);
  return volumeModeOf(volume ? volume.data : data);
}
