import { dataAt, type JudgedManifest, listAt, namespaceOf } from '../judged-manifest';
import { ABSENT_FIX, absentReferences, type NamedReference } from '../relations/absent-references';
import { isIssued } from '../relations/issued-certificates';
import type { ManifestSet } from '../relations/manifest-set';
import { POD_KINDS } from '../relations/pod-kinds';
import { neededOf } from '../relations/pod-references';
import type { Rule } from '../rule';

/** A Secret that is not there. */
export const absentSecret: Rule = {
  meta: {
    id: 'absent-secret',
    level: 'risky',
    closedLevel: 'broken',
    kinds: [...POD_KINDS, 'ServiceAccount', 'networking.k8s.io/Ingress'],
    summary: 'a Secret is needed that is not among the manifests',
    why: 'unless the cluster has it already, containers do not start, images are not pulled, and an Ingress serves no certificate of its own',
    fix: ABSENT_FIX,
    see: 'https://kubernetes.io/docs/concepts/configuration/secret/#using-a-secret',
  },
  check(manifest, set) {
    return absentReferences(set, 'Secret', namespaceOf(manifest), needed(manifest, set));
  },
};

function needed(manifest: JudgedManifest, set: ManifestSet): readonly NamedReference[] {
  const pods = set.podsOf(manifest);
  if (pods) return neededOf(pods, 'Secret');
  if (manifest.object.kind === 'Ingress') return certificatesOf(manifest);
  return listAt(manifest.data, 'imagePullSecrets').map(({ name }, index) => ({
    name,
    path: `imagePullSecrets[${index}].name`,
  }));
}

/** The certificates of an Ingress, unless an issuer makes them. */
function certificatesOf(ingress: JudgedManifest): readonly NamedReference[] {
  if (isIssued(ingress)) return [];
  return listAt(dataAt(ingress.data, 'spec'), 'tls').map(({ secretName }, index) => ({
    name: secretName,
    path: `spec.tls[${index}].secretName`,
  }));
}
