import { type JudgedManifest, namespaceOf } from '../judged-manifest';
import { indexOnDemand } from './index-on-demand';
import type { ManifestSet } from './manifest-set';
import { type PodVolume, podVolumes } from './pod-volumes';

/** A claim template, and the StatefulSet that makes claims of it. */
export interface TemplateClaim {
  readonly owner: JudgedManifest;
  readonly template: PodVolume;
}

const KINDS = ['apps/StatefulSet', 'apps.kruise.io/StatefulSet'];
const ORDINAL = /^(.+)-(?:0|[1-9]\d*)$/;

/** Claim templates by namespace, and by what the names of their claims begin with. */
const templates = indexOnDemand(set => {
  const byName = new Map<string, TemplateClaim>();
  for (const owner of KINDS.flatMap(kind => set.ofKind(kind))) {
    const pods = set.podsOf(owner);
    if (!pods) continue;
    for (const template of podVolumes(pods).volumes) {
      if (!template.isClaimTemplate) continue;
      byName.set(`${namespaceOf(owner)}/${template.name}-${owner.object.name}`, { owner, template });
    }
  }
  return byName;
});

/**
 * The template of a claim that a StatefulSet of that very namespace makes, called template, hyphen, set, hyphen,
 * ordinal: any ordinal, as sets grow.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#stable-storage
 */
export function templateOfClaim(
  set: ManifestSet,
  namespace: string,
  claim: string,
): TemplateClaim | undefined {
  const [, base] = ORDINAL.exec(claim) ?? [];
  return base === undefined ? undefined : templates(set).get(`${namespace}/${base}`);
}

/** The same, and a set that goes where it is applied may be the one. */
export function maybeTemplateOfClaim(
  set: ManifestSet,
  namespace: string,
  claim: string,
): TemplateClaim | undefined {
  return templateOfClaim(set, namespace, claim) ?? templateOfClaim(set, '', claim);
}
