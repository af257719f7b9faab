import { apiVersionsOf, groupOf, isBuiltInGroup } from '../../kubernetes/api-kinds';
import { dataAt, listAt } from '../judged-manifest';
import { indexOnDemand } from './index-on-demand';
import type { ManifestSet } from './manifest-set';
import type { ScaleTarget } from './scale-target';

/** Built-in kinds with a scale, which an autoscaler reads and writes. */
const SCALABLE: ReadonlySet<string> = new Set([
  'ReplicationController',
  'apps/Deployment',
  'apps/ReplicaSet',
  'apps/StatefulSet',
]);

/** A group of the past, whose workloads are in `apps` now. */
const GONE = 'extensions';

/** Kinds that a CustomResourceDefinition of the input defines, and whether any version of them has a scale. */
const defined = indexOnDemand(set => {
  const kinds = new Map<string, boolean>();
  for (const { data } of set.ofKind('apiextensions.k8s.io/CustomResourceDefinition')) {
    const spec = dataAt(data, 'spec');
    const scales = listAt(spec, 'versions').some(version => 'scale' in dataAt(version, 'subresources'));
    kinds.set(`${spec.group}/${dataAt(spec, 'names').kind}`, scales);
  }
  return kinds;
});

/**
 * Why what an autoscaler names can never be scaled; undefined where it can, or may.
 *
 * @see https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#how-does-a-horizontalpodautoscaler-work
 */
export function unscalable(
  { apiVersion, kind }: ScaleTarget,
  set: ManifestSet,
): 'kind' | 'apiVersion' | undefined {
  if (SCALABLE.has(kind)) return undefined;
  const group = groupOf(apiVersion);
  if (group === GONE) return 'apiVersion';
  if (isBuiltInGroup(group)) {
    return apiVersionsOf(group, kind.slice(kind.indexOf('/') + 1)).length > 0 ? 'kind' : 'apiVersion';
  }
  return defined(set).get(kind) === false ? 'kind' : undefined;
}
