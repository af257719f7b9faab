import type { Finding } from '../finding';
import { type Data, isData, type ManifestIdentity } from '../manifest';

/** A manifest as strict decoding left it. */
export interface JudgedManifest {
  readonly data: Data;
  readonly object: ManifestIdentity;
}

/** A problem that another manifest of the input makes. */
export interface StateProblem extends Omit<Finding, 'level' | 'errorType' | 'object'> {
  readonly manifest: JudgedManifest;
  /** Whether the pods of the manifest are refused, and not the manifest itself. */
  readonly ofPods: boolean;
}

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

const TEMPLATED = ['Deployment', 'ReplicaSet', 'StatefulSet', 'DaemonSet', 'ReplicationController', 'Job'];

/** The pods of every manifest that is a Pod or a workload. */
export function podsIn(manifests: readonly JudgedManifest[]): PodsOf[] {
  return manifests.flatMap(manifest => podsOf(manifest) ?? []);
}

/** The namespace that a manifest is in; one without a namespace is in the one that it is applied in. */
export function namespaceOf({ object }: JudgedManifest): string {
  return object.namespace ?? '';
}

/** The field at a path of objects, as an object; empty where there is none. */
export function dataAt(data: Data, ...path: readonly string[]): Data {
  let found: Data = data;
  for (const key of path) {
    const next = found[key];
    found = isData(next) ? next : {};
  }
  return found;
}

/** The field of an object, as a list of objects. */
export function listAt(data: Data, key: string): readonly Data[] {
  const list = data[key];
  return Array.isArray(list) ? list.filter(isData) : [];
}

function podsOf(manifest: JudgedManifest): PodsOf | undefined {
  const { kind } = manifest.object;
  if (kind === 'Pod') return at(manifest, []);
  if (TEMPLATED.includes(kind)) return at(manifest, ['spec', 'template']);
  if (kind === 'CronJob') return at(manifest, ['spec', 'jobTemplate', 'spec', 'template']);
  return undefined;
}

function at(manifest: JudgedManifest, path: readonly string[]): PodsOf {
  const pod = dataAt(manifest.data, ...path);
  return {
    manifest,
    metadata: dataAt(pod, 'metadata'),
    spec: dataAt(pod, 'spec'),
    path: [...path, 'spec'].join('.'),
    ofPods: path.length > 0,
  };
}
