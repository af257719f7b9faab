import { CUSTOM_POD_KINDS } from '../relations/pod-kinds';
import { podVolumes } from '../relations/pod-volumes';
import { quotedNames } from '../relations/quoted-names';
import type { Rule } from '../rule';

/** A mount of a volume that the pods do not have. */
export const mountWithoutVolume: Rule = {
  meta: {
    id: 'mount-without-volume',
    level: 'broken',
    kinds: CUSTOM_POD_KINDS,
    summary: 'a container of a custom workload mounts a volume that its pods do not have',
    why: 'the server does not look into the pod template of a custom resource, and refuses every pod that is made of it',
    fix: 'add the volume or the claim template, or correct the name',
    see: 'https://kubernetes.io/docs/concepts/storage/volumes/',
  },
  check(manifest, set) {
    const pods = set.podsOf(manifest);
    if (!pods) return [];
    const { volumes, uses } = podVolumes(pods);
    if (uses.length === 0) return [];
    const names = new Set(volumes.map(({ name }) => name));
    return uses
      .filter(({ volume }) => !names.has(volume))
      .map(({ volume, path }) => {
        const message = `names volume '${volume}', which the pods do not have; their volumes are ${quotedNames(names)}`;
        return { path: `${path}.name`, value: volume, message };
      });
  },
};
