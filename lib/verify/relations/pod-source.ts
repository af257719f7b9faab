import { apiKind } from '../../kubernetes/api-kinds';
import type { Labels } from '../../kubernetes/label-selector';
import { dataAt, type JudgedManifest, namespaceOf } from '../judged-manifest';
import { type PodsOf, podsAt, podsOf } from '../pods-of';
import { kindKey } from './kind-key';

/** Something that makes pods: a Pod, a workload, or a custom resource with a pod template, such as a Rollout. */
export interface PodSource extends PodsOf {
  /** Its kind, such as `Pod` or `apps/StatefulSet`. */
  readonly kind: string;
  readonly namespace: string;
  /** The labels that its pods get from it; controllers add to them. */
  readonly labels: Labels;
  /** What was found out about it, each at a place of its own: see `oncePerSource`. */
  readonly known: unknown[];
}

const TEMPLATE = ['spec', 'template'];

/** The pods that a manifest makes; undefined where it makes none that can be seen. */
export function podSource(manifest: JudgedManifest): PodSource | undefined {
  const pods = podsOf(manifest) ?? customPods(manifest);
  if (!pods) return undefined;
  const { metadata, spec, path, ofPods } = pods;
  return {
    manifest,
    metadata,
    spec,
    path,
    ofPods,
    kind: kindKey(manifest.object),
    namespace: namespaceOf(manifest),
    labels: dataAt(metadata, 'labels') as Labels,
    known: [],
  };
}

/**
 * The pods of a custom resource, told by their shape: Rollouts, CloneSets and the like have the template of a
 * Deployment.
 */
function customPods(manifest: JudgedManifest): PodsOf | undefined {
  const { apiVersion, kind } = manifest.object;
  if (apiKind(apiVersion, kind)) return undefined;
  const pods = podsAt(manifest, TEMPLATE);
  return Array.isArray(pods.spec.containers) ? pods : undefined;
}

let count = 0;

/** What is found out about a source when it is first asked for, and once. */
export function oncePerSource<T extends object>(find: (source: PodSource) => T): (source: PodSource) => T {
  const place = count++;
  return source => {
    const found = (source.known[place] as T | undefined) ?? find(source);
    source.known[place] = found;
    return found;
  };
}
