import { POD_KINDS } from '../relations/pod-kinds';
import type { PodSource } from '../relations/pod-source';
import { podVolumes } from '../relations/pod-volumes';
import type { Rule } from '../rule';

/** Annotations and labels that ask a webhook for containers of its own, which may mount what is there. */
const INJECTED = /inject|sidecar|dapr\.io|linkerd\.io|istio\.io|consul\.hashicorp\.com|vault\.hashicorp\.com/;

/** A volume that no container mounts. */
export const unmountedVolume: Rule = {
  meta: {
    id: 'unmounted-volume',
    level: 'risky',
    kinds: POD_KINDS,
    summary: 'no container mounts a volume of its pod',
    why: 'the files are in no container: what a program writes where they were meant to be is lost with the container, and a claim is paid for in vain',
    fix: 'mount the volume, or drop it',
    see: 'https://kubernetes.io/docs/concepts/storage/volumes/',
  },
  check(manifest, set) {
    const pods = set.podsOf(manifest);
    if (!pods) return [];
    const { volumes, usesByName } = podVolumes(pods);
    if (volumes.length === 0) return [];
    const unmounted = volumes.filter(({ name }) => !usesByName.has(name));
    if (unmounted.length === 0 || isInjected(pods)) return [];
    return unmounted.map(({ name, path, isClaimTemplate }) => ({
      path,
      value: name,
      message: `is ${isClaimTemplate ? 'the claim template' : 'volume'} '${name}', which no container mounts`,
    }));
  },
};

function isInjected({ metadata }: PodSource): boolean {
  return [metadata.annotations, metadata.labels].some(
    keys => keys !== null && typeof keys === 'object' && Object.keys(keys).some(key => INJECTED.test(key)),
  );
}
