import { dataAt, type JudgedManifest } from '../judged-manifest';
import type { ManifestSet } from './manifest-set';

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
  if (!found || (found.object.namespace ?? '') !== namespace || isFilled(found)) return undefined;
  const keys = new Set(CONTENT.flatMap(field => Object.keys(dataAt(found.data, field))));
  return keys.size > 0 ? keys : undefined;
}

function isFilled({ data }: JudgedManifest): boolean {
  const metadata = dataAt(data, 'metadata');
  return (
    data.type === 'kubernetes.io/service-account-token' ||
    Object.keys(dataAt(metadata, 'annotations')).some(key => FILLED.test(key)) ||
    Object.keys(dataAt(metadata, 'labels')).some(key => FILLED.test(key))
  );
}
