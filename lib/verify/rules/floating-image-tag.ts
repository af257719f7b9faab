import { listAt } from '../judged-manifest';
import { POD_KINDS } from '../relations/pod-kinds';
import type { Rule, RuleProblem } from '../rule';

const LISTS = ['initContainers', 'containers', 'ephemeralContainers'] as const;

/** An image whose tag moves. */
export const floatingImageTag: Rule = {
  meta: {
    id: 'floating-image-tag',
    level: 'risky',
    kinds: POD_KINDS,
    summary: 'an image has no tag, or the tag latest',
    why: 'what runs depends on when a node pulled it: replicas differ, and a rollback brings nothing back',
    fix: 'name a version, or better a digest',
    see: 'https://kubernetes.io/docs/concepts/containers/images/#image-names',
  },
  check(manifest, set) {
    const pods = set.podsOf(manifest);
    if (!pods) return [];
    const problems: RuleProblem[] = [];
    for (const list of LISTS) {
      for (const [index, { image }] of listAt(pods.spec, list).entries()) {
        const tag = typeof image === 'string' && image !== '' ? tagOf(image) : 'none needed';
        if (tag !== undefined && tag !== 'latest') continue;
        problems.push({
          path: `${pods.path}.${list}[${index}].image`,
          value: image,
          message: `${tag === undefined ? 'has no tag, which means latest' : 'has the tag latest'}: must name a version`,
        });
      }
    }
    return problems;
  },
};

/** What stands for the image that Istio's injector writes into the pod. */
const INJECTED = 'auto';

/** The tag of an image, or its digest; undefined where it has neither. A registry may have a port. */
function tagOf(image: string): string | undefined {
  if (image === INJECTED) return image;
  const name = image.slice(image.lastIndexOf('/') + 1);
  const digest = name.indexOf('@');
  if (digest >= 0) return name.slice(digest + 1);
  const colon = name.indexOf(':');
  return colon >= 0 ? name.slice(colon + 1) : undefined;
}
