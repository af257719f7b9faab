import { isDeepStrictEqual } from 'node:util';
import { apiKind } from '../../kubernetes/api-kinds';
import type { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { type Finding, verifyUpdate } from '../../verify';
import type { Subject } from '../../verify/subject';
import type { ObjectPairs } from './object-pairs';
import { updateRecipe } from './update-recipe';

/** What the API server says of every update, about the later objects. */
export interface UpdateFindings {
  /** What it refuses, with the way there. */
  readonly refused: readonly Finding[];
  /** What `verify` says of the later objects, and does not hold for these updates. */
  readonly excused: readonly Finding[];
}

/**
 * Judges every update.
 *
 * @param definitions the CustomResourceDefinitions by which custom resources are judged.
 */
export function updateFindings(
  { kept }: ObjectPairs,
  definitions: readonly unknown[],
  kubernetesVersion: readonly KubernetesVersion[],
): UpdateFindings {
  const refused: Finding[] = [];
  const excused: Finding[] = [];
  for (const { before, after } of kept) {
    if (isBuiltIn(after) && isDeepStrictEqual(before.manifest, after.manifest)) continue;
    const update = verifyUpdate(before.manifest, after.manifest, { kubernetesVersion, definitions });
    const recipe = updateRecipe(after.object);
    const placed = (finding: Finding): Finding => ({
      ...finding,
      object: after.object,
      path: `${after.prefix}${finding.path}`,
    });
    for (const finding of update.excused) excused.push(placed(finding));
    for (const finding of update.findings) {
      const fix = recipe === undefined ? finding.fix : `${finding.fix}; or ${recipe}`;
      refused.push({ ...placed(finding), fix });
    }
  }
  return { refused, excused };
}

/** Custom resources are judged even if they stay as they are: what is wrong with them may be excused. */
function isBuiltIn({ object }: Subject): boolean {
  return apiKind(object.apiVersion, object.kind) !== undefined;
}
