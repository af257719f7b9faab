import { apiKind, groupOf } from '../kubernetes/api-kinds';
import { isData } from '../verify/manifest';
import type { Manifest, SynthesizedObject } from './rendering';

/**
 * The objects, less the namespace that those got from their chart whose kind belongs to no namespace: built-in kinds,
 * and those that a CustomResourceDefinition among the objects says so of. One that an object was given itself stays.
 *
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/#not-all-objects-are-in-a-namespace
 */
export function inTheirScope(objects: readonly SynthesizedObject[]): SynthesizedObject[] {
  const isOfCluster = clusterScope(objects);
  return objects.map(object => {
    const { construct, manifest } = object;
    const { metadata } = manifest;
    if (!isData(metadata) || metadata.namespace === undefined) return object;
    if (metadata.namespace !== construct.chart.namespace || !isOfCluster(manifest)) return object;
    const { namespace: _, ...unscoped } = metadata;
    return { construct, manifest: { ...manifest, metadata: unscoped } };
  });
}

/** Tells of manifests whether their kind belongs to no namespace, as far as is known. */
export function clusterScope(objects: readonly SynthesizedObject[]): (manifest: Manifest) => boolean {
  const custom = customClusterKinds(objects);
  return ({ apiVersion, kind }) => {
    if (typeof apiVersion !== 'string' || typeof kind !== 'string') return false;
    const known = apiKind(apiVersion, kind);
    return known ? !known.namespaced : custom.has(`${groupOf(apiVersion)}/${kind}`);
  };
}

/** The kinds, with their groups, that definitions among the objects give to the cluster. */
function customClusterKinds(objects: readonly SynthesizedObject[]): ReadonlySet<string> {
  return new Set(
    objects.flatMap(({ manifest: { kind, spec } }) => {
      if (kind !== 'CustomResourceDefinition' || !isData(spec) || spec.scope !== 'Cluster') return [];
      return isData(spec.names) ? [`${spec.group}/${spec.names.kind}`] : [];
    }),
  );
}
