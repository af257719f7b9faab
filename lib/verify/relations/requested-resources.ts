import { dataAt, listAt, namespaceOf } from '../judged-manifest';
import type { Data } from '../manifest';
import { limitsByNamespace, withDefaults } from '../state/container-limits';
import { containersOf } from '../state/container-resources';
import { indexOnDemand } from './index-on-demand';
import { kindKey } from './kind-key';
import type { ManifestSet } from './manifest-set';
import type { PodSource } from './pod-source';
import { runningContainers } from './running-containers';
import { scaleTargetOf } from './scale-target';

const limitRanges = indexOnDemand(set => limitsByNamespace(set.ofKind('LimitRange')));

/** What a VerticalPodAutoscaler of the input gives requests to. */
const sizedElsewhere = indexOnDemand(
  set =>
    new Set(
      set.ofKind('autoscaling.k8s.io/VerticalPodAutoscaler').map(scaler => {
        const { kind, namespace, name } = scaleTargetOf(scaler);
        return `${kind} ${namespace}/${name}`;
      }),
    ),
);

const KYVERNO = ['kyverno.io/ClusterPolicy', 'kyverno.io/Policy'];

/** The namespaces in which a policy of Kyverno changes what is written; empty for all of them. */
const mutated = indexOnDemand(
  set =>
    new Set(
      KYVERNO.flatMap(kind => set.ofKind(kind))
        .filter(({ data }) => listAt(dataAt(data, 'spec'), 'rules').some(rule => 'mutate' in rule))
        .map(namespaceOf),
    ),
);

/**
 * The containers and sidecars of a pod that request nothing of a resource: neither the manifest says it, nor a limit,
 * nor a LimitRange of the input, nor a VerticalPodAutoscaler, nor may a policy add it.
 */
export function withoutRequest(source: PodSource, resource: string, set: ManifestSet): readonly string[] {
  if (runningContainers(source).every(({ data }) => isWritten(data, resource))) return [];
  const { object } = source.manifest;
  if (set.hasExternal('LimitRange', source.namespace)) return [];
  if (mutated(set).has('') || mutated(set).has(source.namespace)) return [];
  if (sizedElsewhere(set).has(`${kindKey(object)} ${source.namespace}/${object.name}`)) return [];
  const limits = limitRanges(set).get(source.namespace) ?? [];
  return containersOf(source.spec, source.path)
    .filter(({ init }) => !init)
    .filter(container => !withDefaults(container, limits).requests.has(resource))
    .map(({ name }) => name);
}

/** Without a request, the limit is the request. */
function isWritten(container: Data, resource: string): boolean {
  return (
    resource in dataAt(container, 'resources', 'requests') ||
    resource in dataAt(container, 'resources', 'limits')
  );
}
