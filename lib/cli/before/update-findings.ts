import { isDeepStrictEqual } from 'node:util';
import type { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { type Finding, verifyUpdate } from '../../verify';
import type { ObjectPairs } from './object-pairs';
import { updateRecipe } from './update-recipe';

/** What the API server says of every update, about the later objects; with the way there where it refuses one. */
export function updateFindings(
  { kept }: ObjectPairs,
  kubernetesVersion: readonly KubernetesVersion[],
): Finding[] {
  return kept.flatMap(({ before, after }) => {
    if (isDeepStrictEqual(before.manifest, after.manifest)) return [];
    const { findings } = verifyUpdate(before.manifest, after.manifest, { kubernetesVersion });
    const recipe = updateRecipe(after.object);
    return findings.map(finding => ({
      ...finding,
      object: after.object,
      path: `${after.prefix}${finding.path}`,
      fix: recipe === undefined ? finding.fix : `${finding.fix}; or ${recipe}`,
    }));
  });
}
