import { accessModesOf, type ClaimUser, claimNamed, usersOfClaim } from '../relations/claims';
import { runsForEver } from '../relations/endless-pods';
import type { ManifestSet } from '../relations/manifest-set';
import { POD_KINDS } from '../relations/pod-kinds';
import type { PodSource } from '../relations/pod-source';
import { podVolumes } from '../relations/pod-volumes';
import { rollingUpdateOf } from '../relations/rolling-update';
import type { Rule } from '../rule';

/** A claim for one pod that several pods use. */
export const singlePodClaim: Rule = {
  meta: {
    id: 'single-pod-claim',
    level: 'broken',
    kinds: POD_KINDS,
    summary: 'several pods use a claim of mode ReadWriteOncePod',
    why: 'such a claim is for one pod of the cluster: the second one is never scheduled, and an update that starts it before the first one ends is never done',
    fix: 'claim a volume for each pod with a claim template, take another access mode, or update with the strategy Recreate',
    see: 'https://kubernetes.io/docs/concepts/storage/persistent-volumes/#access-modes',
  },
  check(manifest, set) {
    const pods = set.podsOf(manifest);
    if (!pods || !runsForEver(pods)) return [];
    return podVolumes(pods).claimed.flatMap(({ claim: claimName, path }) => {
      const claim = claimNamed(set, pods.namespace, claimName);
      if (!claim || !accessModesOf(claim.data).includes('ReadWriteOncePod')) return [];
      const reason = tooMany(set, pods, usersOfClaim(set, pods.namespace, claimName));
      if (reason === undefined) return [];
      const message = `names claim '${claim.title}', which is for one pod at a time (ReadWriteOncePod), and ${reason}`;
      return [{ path, value: claimName, message }];
    });
  },
};

function tooMany(set: ManifestSet, pods: PodSource, users: readonly ClaimUser[]): string | undefined {
  const { min } = set.podCountOf(pods);
  if (min > 1) return `there are ${min} pods`;
  if (min === 0) return undefined;
  const update = rollingUpdateOf(pods, min);
  if (update?.unavailable === 0) {
    return 'a rolling update starts the new pod before the old one ends';
  }
  const first = users.find(user => set.podCountOf(user.pods).min > 0)?.pods;
  if (!first || first === pods) return undefined;
  const { kind, name } = first.manifest.object;
  return `the pods of ${kind} '${name}' use it as well`;
}
