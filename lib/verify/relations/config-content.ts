import { dataAt, type JudgedManifest, namespaceOf } from '../judged-manifest';
import { indexOnDemand } from './index-on-demand';
import type { ManifestSet } from './manifest-set';
import { mayBeChanged } from './permissions';
import { mayBeWritten } from './program-objects';

/** What something in the cluster fills, told by its annotations and labels. */
const FILLED =
  /inject|replicator|replicate|reflector|cert-manager\.io|external-secrets|sealedsecrets|helm\.sh\/hook|vault|autogenerate|trust\.cert|kubed\.appscode/;
const CONTENT = ['data', 'binaryData', 'stringData'] as const;

/**
 * The keys of a ConfigMap or a Secret of the input; undefined where the input does not say: without one of that very
 * namespace, with two of them, and where somebody else fills it. One without any content waits to be filled.
 */
export function knownKeys(
  set: ManifestSet,
  kind: 'ConfigMap' | 'Secret',
  namespace: string,
  name: string,
): ReadonlySet<string> | undefined {
  const found = set.find(kind, namespace, name);
  if (!found || namespaceOf(found) !== namespace) return undefined;
  const known = knownByManifest(set);
  let keys = known.get(found);
  if (!keys) {
    keys = isFilled(found) ? NO_KEYS : keysOf(found);
    known.set(found, keys);
  }
  return keys.size > 0 && !mayBeWritten(set, kind, name) ? keys : undefined;
}

/**
 * The level of what a ConfigMap or a Secret of a namespace lacks, to be spread into a problem: lower where a program
 * that runs there may change every one of them.
 */
export function levelOfMissing(
  set: ManifestSet,
  kind: 'ConfigMap' | 'Secret',
  namespace: string,
): { readonly level?: 'risky' } {
  return mayBeChanged(set, namespace, kind === 'Secret' ? 'secrets' : 'configmaps') ? RISKY : AS_EVER;
}

const RISKY = { level: 'risky' } as const;
const AS_EVER = {};
const NO_KEYS: ReadonlySet<string> = new Set();
const knownByManifest = indexOnDemand(() => new Map<JudgedManifest, ReadonlySet<string>>());

function keysOf({ data }: JudgedManifest): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const field of CONTENT) {
    if (data[field]) for (const key of Object.keys(dataAt(data, field))) keys.add(key);
  }
  return keys;
}

function isFilled({ data }: JudgedManifest): boolean {
  const metadata = dataAt(data, 'metadata');
  return (
    data.type === 'kubernetes.io/service-account-token' ||
    Object.keys(dataAt(metadata, 'annotations')).some(key => FILLED.test(key)) ||
    Object.keys(dataAt(metadata, 'labels')).some(key => FILLED.test(key))
  );
}
