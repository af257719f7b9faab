import { dataAt, type JudgedManifest, listAt, namespaceOf } from '../judged-manifest';
import type { Data } from '../manifest';
import { type PodsOf, podsIn } from '../pods-of';
import { referencesOf } from '../relations/pod-references';
import type { StateProblem } from './state-problem';

const ENFORCE = 'kubernetes.io/enforce-mountable-secrets';
const SEE = 'https://kubernetes.io/docs/concepts/security/service-accounts/#enforce-mountable-secrets';

/** Pods that use a Secret which the ServiceAccount of the input, that they act as, does not let its pods use. */
export function serviceAccountProblems(manifests: readonly JudgedManifest[]): StateProblem[] {
  const enforcing = new Map(
    manifests
      .filter(
        ({ object, data }) => object.kind === 'ServiceAccount' && annotationsOf(data)[ENFORCE] === 'true',
      )
      .map(manifest => [`${namespaceOf(manifest)}/${manifest.object.name}`, manifest.data] as const),
  );
  if (enforcing.size === 0) return [];
  return podsIn(manifests).flatMap(pods => {
    const name = String(pods.spec.serviceAccountName || 'default');
    const account = enforcing.get(`${namespaceOf(pods.manifest)}/${name}`);
    return account ? refusedUses(pods, name, account) : [];
  });
}

function refusedUses(pods: PodsOf, account: string, data: Data): StateProblem[] {
  const allowed = { volume: namesIn(data, 'secrets'), pull: namesIn(data, 'imagePullSecrets') };
  const refused = referencesOf(pods).filter(({ kind, name, place }) => {
    if (kind !== 'Secret' || place === 'projected' || place === 'driver') return false;
    return !allowed[place === 'pull' ? 'pull' : 'volume'].has(name);
  });
  return refused.map(({ path, name }) => ({
    rule: 'service-account',
    manifest: pods.manifest,
    ofPods: pods.ofPods,
    path,
    value: name,
    message: `is not among the Secrets that ServiceAccount '${account}' lets its pods use`,
    fix: `add it to the ServiceAccount, or drop its annotation ${ENFORCE}`,
    see: SEE,
  }));
}

function namesIn(data: Data, field: string): ReadonlySet<unknown> {
  return new Set(listAt(data, field).map(({ name }) => name));
}

function annotationsOf(data: Data): Data {
  return dataAt(data, 'metadata', 'annotations');
}
