import { dataAt } from '../judged-manifest';
import type { Autoscalers } from './autoscalers';
import { podCount } from './pod-count';
import type { PodSource } from './pod-source';

/** What a controller makes of a label: whether a pod of the source may bear it with this value. */
type MayBe = (value: string, source: PodSource, autoscalers: Autoscalers) => boolean;

const anything: MayBe = () => true;
const ownName: MayBe = (value, { manifest }) => value === manifest.object.name;
const startsWithOwnName: MayBe = (value, { manifest }) => value.startsWith(`${manifest.object.name}-`);

const JOB_LABELS = {
  'controller-uid': anything,
  'batch.kubernetes.io/controller-uid': anything,
  'batch.kubernetes.io/job-completion-index': completionIndex,
} satisfies Record<string, MayBe>;

/**
 * The labels that controllers set on pods, by the kind that makes the pods.
 *
 * @see https://kubernetes.io/docs/reference/labels-annotations-taints/
 */
const LABELS: Readonly<Record<string, Readonly<Record<string, MayBe>>>> = {
  'apps/StatefulSet': {
    'controller-revision-hash': anything,
    'statefulset.kubernetes.io/pod-name': podName,
    'apps.kubernetes.io/pod-index': podIndex,
  },
  'apps/Deployment': { 'pod-template-hash': anything },
  'apps/DaemonSet': { 'controller-revision-hash': anything, 'pod-template-generation': anything },
  'batch/Job': { ...JOB_LABELS, 'job-name': ownName, 'batch.kubernetes.io/job-name': ownName },
  'batch/CronJob': {
    ...JOB_LABELS,
    'job-name': startsWithOwnName,
    'batch.kubernetes.io/job-name': startsWithOwnName,
  },
  'argoproj.io/Rollout': { 'rollouts-pod-template-hash': anything, 'pod-template-hash': anything },
};

const KEYS: ReadonlySet<string> = new Set(Object.values(LABELS).flatMap(Object.keys));

/** Whether a controller sets this label on the pods of some kind. */
export function isControllerLabel(key: string): boolean {
  return KEYS.has(key);
}

/** Whether a controller sets this label on the pods of a source. */
export function hasControllerLabel(source: PodSource, key: string): boolean {
  return tryMayBe(source, key) !== undefined;
}

/** Whether a pod of a source may bear a label that a controller sets with this value. */
export function controllerLabelMayBe(
  source: PodSource,
  key: string,
  value: string,
  autoscalers: Autoscalers,
): boolean {
  return tryMayBe(source, key)?.(value, source, autoscalers) ?? false;
}

function tryMayBe({ kind }: PodSource, key: string): MayBe | undefined {
  const labels = LABELS[kind];
  return labels && Object.hasOwn(labels, key) ? labels[key] : undefined;
}

function podName(value: string, source: PodSource, autoscalers: Autoscalers): boolean {
  const { name } = source.manifest.object;
  return value.startsWith(`${name}-`) && podIndex(value.slice(name.length + 1), source, autoscalers);
}

/** An ordinal of a StatefulSet: from where it starts, as many as it may have replicas. */
function podIndex(value: string, source: PodSource, autoscalers: Autoscalers): boolean {
  const { start } = dataAt(source.manifest.data, 'spec', 'ordinals');
  const first = typeof start === 'number' ? start : 0;
  return (
    isIndex(value) && Number(value) >= first && Number(value) < first + podCount(source, autoscalers).max
  );
}

function completionIndex(value: string, source: PodSource): boolean {
  const spec = dataAt(source.manifest.data, 'spec');
  const { completionMode } = source.kind === 'batch/CronJob' ? dataAt(spec, 'jobTemplate', 'spec') : spec;
  return completionMode === 'Indexed' && isIndex(value);
}

function isIndex(value: string): boolean {
  return /^(0|[1-9]\d*)$/.test(value);
}
