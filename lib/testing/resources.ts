import type { Manifest } from '../synth/rendering';
import { isData } from '../verify/manifest';
import type { MatcherContext } from './matcher-context';

/** A part of a manifest: what it does not name is not looked at. Asymmetric matchers may stand in it. */
export type PartialManifest = Readonly<Record<string, unknown>>;

/** The manifests of a kind: `Deployment`, or with its API version `apps/v1/Deployment`. */
export function ofKind(manifests: readonly Manifest[], kind: string): readonly Manifest[] {
  return manifests.filter(
    manifest => manifest.kind === kind || `${manifest.apiVersion}/${manifest.kind}` === kind,
  );
}

/** Whether a manifest has everything that the part names. */
export function hasPart(
  manifest: Manifest,
  part: PartialManifest,
  { equals, utils }: MatcherContext,
): boolean {
  return equals(manifest, part, [utils.iterableEquality, utils.subsetEquality]);
}

/** The manifest that has the most of what the part names. */
export function nearest(
  manifests: readonly Manifest[],
  part: PartialManifest,
  context: MatcherContext,
): Manifest | undefined {
  let best: Manifest | undefined;
  let most = -1;
  for (const manifest of manifests) {
    const score = agreement(manifest, part, context);
    if (score > most) [best, most] = [manifest, score];
  }
  return best;
}

/** What a manifest has where the part names something, so that the two can be compared line by line. */
export function counterpart(value: unknown, part: unknown): unknown {
  if (Array.isArray(part) && Array.isArray(value)) {
    return value.map((item, index) => (index < part.length ? counterpart(item, part[index]) : item));
  }
  if (!isPlain(part) || !isData(value)) return value;
  return Object.fromEntries(
    Object.keys(part).flatMap(key => (key in value ? [[key, counterpart(value[key], part[key])]] : [])),
  );
}

/** How many of the values that the part names are the same; a name counts more than all else. */
function agreement(value: unknown, part: unknown, context: MatcherContext, key = ''): number {
  if (Array.isArray(part) && Array.isArray(value)) {
    return part.reduce((sum: number, item, index) => sum + agreement(value[index], item, context), 0);
  }
  if (isPlain(part)) {
    if (!isData(value)) return 0;
    return Object.keys(part).reduce(
      (sum, name) => sum + agreement(value[name], part[name], context, name),
      0,
    );
  }
  if (!context.equals(value, part)) return 0;
  return key === 'name' ? NAME_WEIGHT : 1;
}

const NAME_WEIGHT = 3;

/** Whether a part is an object of fields, and no asymmetric matcher. */
function isPlain(part: unknown): part is PartialManifest {
  return isData(part) && !('asymmetricMatch' in part);
}
