import { type JudgedManifest, namespaceOf } from '../judged-manifest';
import { kindKey } from './kind-key';
import type { ManifestSet } from './manifest-set';
import { LASTING_WORKLOADS } from './pod-selector';
import { isSameObject } from './same-object';
import { selectedPods } from './selected-pods';
import { selectingManifests } from './selecting-manifests';

const NONE: readonly JudgedManifest[] = [];

/** The workloads of the namespace whose selector matches the pods of a workload. */
export function workloadsSelecting(workload: JudgedManifest, set: ManifestSet): readonly JudgedManifest[] {
  const source = set.podsOf(workload);
  if (!source) return [];
  return LASTING_WORKLOADS.flatMap(kind => selectingManifests(set).of(source, kind)).filter(
    other => namespaceOf(other) === source.namespace && !isSame(other, workload),
  );
}

/** The workloads of the namespace whose pods the selector of a workload matches. */
export function workloadsSelectedBy(workload: JudgedManifest, set: ManifestSet): readonly JudgedManifest[] {
  const namespace = namespaceOf(workload);
  const selected = selectedPods(set).of(workload);
  if (selected.length === 1 && selected[0]?.manifest === workload) return NONE;
  return selected
    .filter(({ kind, namespace: home }) => home === namespace && LASTING_WORKLOADS.includes(kind))
    .map(({ manifest }) => manifest)
    .filter(other => other.object.index >= 0 && !isSame(other, workload));
}

/** The workloads whose pods a workload selects, and those that select its own. */
export function overlappingWorkloads(workload: JudgedManifest, set: ManifestSet): readonly JudgedManifest[] {
  return [...workloadsSelectedBy(workload, set), ...workloadsSelecting(workload, set)];
}

function isSame(one: JudgedManifest, other: JudgedManifest): boolean {
  return kindKey(one.object) === kindKey(other.object) && isSameObject(one, other);
}
