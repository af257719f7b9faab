import { isBefore, type KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { dataAt, type JudgedManifest, listAt, namespaceOf } from '../judged-manifest';
import type { Data } from '../manifest';
import { type PodsOf, podsIn } from '../pods-of';
import { ExternalObjects } from '../relations/external-objects';
import { amountsOf, containersOf } from './container-resources';
import type { StateProblem } from './state-problem';

const SEE = 'https://kubernetes.io/docs/concepts/policy/resource-quotas/';

/** The resources that a pod must ask for where a quota counts them, by the quota's word for them. */
const COMPUTE: Readonly<Record<string, readonly ['requests' | 'limits', string]>> = {
  cpu: ['requests', 'cpu'],
  memory: ['requests', 'memory'],
  'requests.cpu': ['requests', 'cpu'],
  'requests.memory': ['requests', 'memory'],
  'limits.cpu': ['limits', 'cpu'],
  'limits.memory': ['limits', 'memory'],
};

/** The kinds that a quota counts by a word of its own; others are counted as `count/plural.group`. */
const COUNTED: Readonly<Record<string, string>> = {
  pods: 'Pod',
  services: 'Service',
  configmaps: 'ConfigMap',
  secrets: 'Secret',
  persistentvolumeclaims: 'PersistentVolumeClaim',
  replicationcontrollers: 'ReplicationController',
  resourcequotas: 'ResourceQuota',
};

interface Quota {
  readonly name: string;
  readonly namespace: string;
  readonly hard: ReadonlyMap<string, bigint>;
}

/**
 * Pods that do not ask for what a quota of the input counts, and objects beyond the number that it allows. Quotas
 * with scopes count some pods only, and are left out.
 */
export function quotaProblems(
  manifests: readonly JudgedManifest[],
  version: KubernetesVersion,
  external: readonly Data[],
): StateProblem[] {
  const quotas = manifests.filter(({ object }) => object.kind === 'ResourceQuota').flatMap(quotaOf);
  if (quotas.length === 0) return [];
  const defaulted = new Set(manifests.filter(({ object }) => object.kind === 'LimitRange').map(namespaceOf));
  const elsewhere = new ExternalObjects(external);
  const all = podsIn(manifests);
  const pods = isBefore(version, '1.34') ? all : all.filter(({ spec }) => !asksAsAWhole(spec));
  return quotas.flatMap(quota => [
    // A LimitRange can give the pods what they do not ask for themselves.
    ...(defaulted.has(quota.namespace) || elsewhere.hasAny('LimitRange', quota.namespace)
      ? []
      : silentPods(quota, pods)),
    ...beyondCount(quota, manifests),
  ]);
}

function quotaOf(manifest: JudgedManifest): Quota[] {
  const spec = dataAt(manifest.data, 'spec');
  if (spec.scopeSelector !== undefined || listAtLeastOne(spec.scopes)) return [];
  return [{ name: manifest.object.name, namespace: namespaceOf(manifest), hard: amountsOf(spec.hard) }];
}

/**
 * Whether a pod has requests or limits for all of its containers together: each of them need not say its own then.
 *
 * @see https://kubernetes.io/docs/tasks/configure-pod-container/assign-pod-level-resources/
 */
function asksAsAWhole(spec: Data): boolean {
  const { requests, limits } = dataAt(spec, 'resources');
  return amountsOf(requests).size > 0 || amountsOf(limits).size > 0;
}

function silentPods({ name, namespace, hard }: Quota, pods: readonly PodsOf[]): StateProblem[] {
  const counted = Object.entries(COMPUTE).filter(([word]) => hard.has(word));
  if (counted.length === 0) return [];
  return pods
    .filter(({ manifest }) => namespaceOf(manifest) === namespace)
    .flatMap(({ manifest, spec, path, ofPods }) => {
      const containers = containersOf(spec, path);
      const missing = counted.filter(([, [bound, resource]]) =>
        containers.some(container => !container[bound].has(resource)),
      );
      if (missing.length === 0 || listAt(spec, 'containers').length === 0) return [];
      const words = missing.map(([word]) => word).join(', ');
      return [
        {
          rule: 'resource-quota',
          manifest,
          ofPods,
          path: `${path}.containers`,
          message: `must say ${words}, which ResourceQuota '${name}' counts`,
          fix: 'set requests and limits on every container, or add a LimitRange with defaults',
          see: SEE,
        },
      ];
    });
}

function beyondCount({ name, namespace, hard }: Quota, manifests: readonly JudgedManifest[]): StateProblem[] {
  return [...hard].flatMap(([word, most]) => {
    const kind = COUNTED[word.replace(/^count\//, '')];
    if (kind === undefined) return [];
    const allowed = Number(most / 1_000_000_000n);
    const counted = manifests.filter(m => m.object.kind === kind && namespaceOf(m) === namespace);
    return counted.slice(allowed).map(manifest => ({
      rule: 'resource-quota',
      manifest,
      ofPods: false,
      path: '',
      message: `is number ${allowed + 1} or later of ${word} in its namespace, and ResourceQuota '${name}' allows ${allowed}`,
      fix: 'raise the quota, or drop an object',
      see: SEE,
    }));
  });
}

function listAtLeastOne(list: unknown): boolean {
  return Array.isArray(list) && list.length > 0;
}
