import { accessModesOf, type ClaimUser, claimNamed, usersOfClaim } from '../relations/claims';
import { runsForEver } from '../relations/endless-pods';
import type { ManifestSet } from '../relations/manifest-set';
import { isEasyToShare, isOnOneNode } from '../relations/node-bound';
import { POD_KINDS } from '../relations/pod-kinds';
import type { PodSource } from '../relations/pod-source';
import { podVolumes } from '../relations/pod-volumes';
import { rollingUpdateOf } from '../relations/rolling-update';
import type { Rule } from '../rule';

const SHARED = ['ReadWriteMany', 'ReadOnlyMany', 'ReadWriteOncePod'];

/** A claim for one node that several pods use. */
export const sharedReadWriteOnce: Rule = {
  meta: {
    id: 'shared-read-write-once',
    level: 'risky',
    kinds: POD_KINDS,
    summary: 'several pods use a claim of mode ReadWriteOnce',
    why: 'its volume is attached to one node: a pod on another node waits for it, for ever in an update that keeps the old pod until the new one is ready',
    fix: 'claim a volume for each pod with a claim template, take ReadWriteMany, or update with the strategy Recreate',
    see: 'https://kubernetes.io/docs/concepts/storage/persistent-volumes/#access-modes',
  },
  check(manifest, set) {
    const pods = set.podsOf(manifest);
    if (!pods || !runsForEver(pods)) return [];
    return podVolumes(pods).claimed.flatMap(({ claim: claimName, path }) => {
      const claim = claimNamed(set, pods.namespace, claimName);
      if (!claim) return [];
      const modes = accessModesOf(claim.data);
      if (!modes.includes('ReadWriteOnce') || modes.some(mode => SHARED.includes(mode))) return [];
      const reason = sharing(set, pods, usersOfClaim(set, pods.namespace, claimName));
      if (reason === undefined || isOnOneNode(pods) || isEasyToShare(set, claim)) return [];
      const message = `names claim '${claim.title}', whose volume is attached to one node (ReadWriteOnce), and ${reason}`;
      return [{ path, value: claimName, message }];
    });
  },
};

function sharing(set: ManifestSet, pods: PodSource, users: readonly ClaimUser[]): string | undefined {
  const { max } = set.podCountOf(pods);
  if (pods.kind === 'apps/DaemonSet') return 'there is a pod on each node';
  if (max > 1) return `there may be ${max} pods`;
  const update = rollingUpdateOf(pods, max);
  if (max === 1 && update?.unavailable === 0) {
    return 'a rolling update starts the new pod, maybe on another node, before the old one ends';
  }
  const first = users[0]?.pods;
  if (!first || first === pods || isOnOneNode(first)) return undefined;
  const { kind, name } = first.manifest.object;
  return `the pods of ${kind} '${name}' use it as well`;
}
