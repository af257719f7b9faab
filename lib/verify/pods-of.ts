import { dataAt, type JudgedManifest } from './judged-manifest';
import type { Data } from './manifest';

/** The pods that a manifest makes, and where it says so. */
export interface PodsOf {
  readonly manifest: JudgedManifest;
  /** The pods' metadata. */
  readonly metadata: Data;
  readonly spec: Data;
  /** Path of the spec: `spec`, `spec.template.spec`. */
  readonly path: string;
  /** Whether the manifest is a workload, which makes the pods later. */
  readonly ofPods: boolean;
}

const TEMPLATE = ['spec', 'template'];

/** Where each kind has its pods. */
const PATHS: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ['Pod', []],
  ['Deployment', TEMPLATE],
  ['ReplicaSet', TEMPLATE],
  ['StatefulSet', TEMPLATE],
  ['DaemonSet', TEMPLATE],
  ['ReplicationController', TEMPLATE],
  ['Job', TEMPLATE],
  ['CronJob', ['spec', 'jobTemplate', 'spec', 'template']],
]);

/** The pods of every manifest that is a Pod or a workload. */
export function podsIn(manifests: readonly JudgedManifest[]): PodsOf[] {
  return manifests.flatMap(manifest => podsOf(manifest) ?? []);
}

/** The pods of a manifest; undefined where it is neither a Pod nor a built-in workload. */
export function podsOf(manifest: JudgedManifest): PodsOf | undefined {
  const path = PATHS.get(manifest.object.kind);
  return path && podsAt(manifest, path);
}

/** The pods of a template at a path of fields; an empty path is that of a Pod. */
export function podsAt(manifest: JudgedManifest, path: readonly string[]): PodsOf {
  const pod = dataAt(manifest.data, ...path);
  return {
    manifest,
    metadata: dataAt(pod, 'metadata'),
    spec: dataAt(pod, 'spec'),
    path: path.length > 0 ? `${path.join('.')}.spec` : 'spec',
    ofPods: path.length > 0,
  };
}
