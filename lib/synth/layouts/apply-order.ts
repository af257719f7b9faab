import { groupOf } from '../../kubernetes/api-kinds';
import { foldDependencies } from '../dependency-fold';
import type { SynthesizedObject } from '../rendering';
import type { Synthesis } from '../synthesis';

/** Kinds of which no name is known, custom resources above all: what defines them and what runs them comes before. */
const OTHER = 'other';

/** Kinds in the order in which they are applied: what others need comes first, what may keep others out comes last. */
const PHASES: readonly (readonly string[])[] = [
  ['Namespace'],
  ['CustomResourceDefinition'],
  ['PriorityClass', 'RuntimeClass', 'StorageClass', 'CSIDriver', 'IngressClass', 'VolumeAttributesClass'],
  ['NetworkPolicy', 'ResourceQuota', 'LimitRange'],
  ['ServiceAccount'],
  ['ClusterRole', 'Role'],
  ['ClusterRoleBinding', 'RoleBinding'],
  ['ConfigMap', 'Secret'],
  ['PersistentVolume'],
  ['PersistentVolumeClaim'],
  ['Service'],
  ['Endpoints', 'EndpointSlice'],
  ['Pod', 'ReplicationController', 'ReplicaSet', 'Deployment', 'StatefulSet', 'DaemonSet', 'Job', 'CronJob'],
  ['HorizontalPodAutoscaler', 'PodDisruptionBudget'],
  ['Ingress'],
  [OTHER],
  ['APIService'],
  [
    'ValidatingAdmissionPolicy',
    'ValidatingAdmissionPolicyBinding',
    'MutatingAdmissionPolicy',
    'MutatingAdmissionPolicyBinding',
  ],
  ['ValidatingWebhookConfiguration', 'MutatingWebhookConfiguration'],
];

const PHASE_OF = new Map(PHASES.flatMap((kinds, phase) => kinds.map(kind => [kind, phase] as const)));

/**
 * The objects of an app in the order in which they are to be applied: by kind, and never before what they depend on.
 * What is of one kind keeps the order of the app.
 */
export function inApplyOrder(synthesis: Synthesis): SynthesizedObject[] {
  const { tree } = synthesis.graph;
  const objects = synthesis.charts.flatMap(chart => chart.objects);
  const manifests = new Map(objects.map(({ construct, manifest }) => [tree.placeOf(construct), manifest]));
  const phases = foldDependencies(synthesis.graph, (place, greatest) =>
    Math.max(phaseOf(manifests.get(place) ?? {}), greatest),
  );
  return objects
    .map(object => ({ object, phase: phases.get(tree.placeOf(object.construct) ?? 0) ?? 0 }))
    .sort((a, b) => a.phase - b.phase)
    .map(({ object }) => object);
}

function phaseOf({ apiVersion, kind }: SynthesizedObject['manifest']): number {
  const isKubernetes = /^[^.]*$|\.k8s\.io$/.test(groupOf(String(apiVersion)));
  return (isKubernetes ? PHASE_OF.get(String(kind)) : undefined) ?? (PHASE_OF.get(OTHER) as number);
}
