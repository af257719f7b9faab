import { dataAt, listAt, namespaceOf } from '../judged-manifest';
import type { Data } from '../manifest';
import { type Limit, withDefaults } from '../state/container-limits';
import { amountsOf, containersOf, podAmounts } from '../state/container-resources';
import type { ManifestSet } from './manifest-set';
import type { PodSource } from './pod-source';

/** What the manifests of a namespace ask for, by the words of a quota, in billionths of the unit. */
export type Demand = Map<string, bigint>;

const NANO = 1_000_000_000n;
const FULL = 100;

/**
 * What pods and claims of the input ask for at most, by namespace: as many pods as there may be, with what an update
 * adds for a while, init containers counted as the scheduler counts them, and the defaults of limit ranges.
 *
 * @see https://kubernetes.io/docs/concepts/policy/resource-quotas/#compute-resource-quota
 */
export function demandByNamespace(
  set: ManifestSet,
  limits: ReadonlyMap<string, readonly Limit[]>,
): ReadonlyMap<string, Demand> {
  const byNamespace = new Map<string, Demand>();
  for (const manifest of set.manifests) {
    const source = set.podsOf(manifest);
    if (source) addPods(demandOf(byNamespace, source.namespace), source, set, limits);
    if (manifest.object.kind === 'StatefulSet' && source) {
      const count = BigInt(mostPods(source, set));
      for (const claim of listAt(dataAt(manifest.data, 'spec'), 'volumeClaimTemplates')) {
        addClaim(demandOf(byNamespace, source.namespace), claim, count);
      }
    }
    if (manifest.object.kind === 'PersistentVolumeClaim') {
      addClaim(demandOf(byNamespace, namespaceOf(manifest)), manifest.data, 1n);
    }
  }
  return byNamespace;
}

function addPods(
  demand: Demand,
  source: PodSource,
  set: ManifestSet,
  limits: ReadonlyMap<string, readonly Limit[]>,
): void {
  const most = isIdle(source) ? 0 : mostPods(source, set);
  if (most === 0) return;
  const count = BigInt(most);
  const here = limits.get(source.namespace) ?? [];
  const containers = containersOf(source.spec, source.path).map(own => withDefaults(own, here));
  for (const bound of ['requests', 'limits'] as const) {
    for (const [resource, amount] of podAmounts(containers, bound)) {
      const overhead = amountsOf(source.spec.overhead).get(resource) ?? 0n;
      add(demand, `${bound}.${resource}`, (amount + overhead) * count);
    }
  }
  add(demand, 'pods', count * NANO);
}

const HOOK = 'helm.sh/hook';

/** Whether a manifest makes no pods unless somebody asks: a Job or CronJob on hold, a test of a chart. */
function isIdle({ manifest: { object, data } }: PodSource): boolean {
  if (/^(Cron)?Job$/.test(object.kind) && dataAt(data, 'spec').suspend === true) return true;
  const hook = dataAt(data, 'metadata', 'annotations')[HOOK];
  return typeof hook === 'string' && /^test(-success|-failure)?$/.test(hook);
}

/** How many pods there may be, the surge of an update included; none where nobody knows. */
function mostPods(source: PodSource, set: ManifestSet): number {
  const { max } = set.podCountOf(source);
  return Number.isFinite(max) ? max + surgeOf(source, max) : 0;
}

function surgeOf({ kind, manifest }: PodSource, replicas: number): number {
  if (kind !== 'apps/Deployment' || replicas === 0) return 0;
  const { type, rollingUpdate } = dataAt(manifest.data, 'spec', 'strategy');
  if (type === 'Recreate') return 0;
  const { maxSurge = '25%' } = (rollingUpdate ?? {}) as Data;
  if (typeof maxSurge === 'number') return maxSurge;
  const percent = Number.parseInt(String(maxSurge), 10);
  return Number.isNaN(percent) ? 0 : Math.ceil((replicas * percent) / FULL);
}

function addClaim(demand: Demand, claim: Data, count: bigint): void {
  const spec = dataAt(claim, 'spec');
  const size = amountsOf(dataAt(spec, 'resources').requests).get('storage');
  const words = ['requests.storage', 'persistentvolumeclaims'];
  const { storageClassName } = spec;
  if (typeof storageClassName === 'string' && storageClassName !== '') {
    const prefix = `${storageClassName}.storageclass.storage.k8s.io`;
    words.push(`${prefix}/requests.storage`, `${prefix}/persistentvolumeclaims`);
  }
  for (const word of words) {
    add(demand, word, (word.endsWith('requests.storage') ? (size ?? 0n) : NANO) * count);
  }
}

function demandOf(byNamespace: Map<string, Demand>, namespace: string): Demand {
  let demand = byNamespace.get(namespace);
  if (!demand) {
    demand = new Map();
    byNamespace.set(namespace, demand);
  }
  return demand;
}

function add(demand: Demand, word: string, amount: bigint): void {
  demand.set(word, (demand.get(word) ?? 0n) + amount);
}
