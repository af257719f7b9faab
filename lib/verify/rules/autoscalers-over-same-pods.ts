import type { JudgedManifest } from '../judged-manifest';
import type { ManifestSet } from '../relations/manifest-set';
import { overlappingWorkloads } from '../relations/overlapping-workloads';
import { isSameObject } from '../relations/same-object';
import { scaleTargetOf } from '../relations/scale-target';
import type { Rule } from '../rule';

/** Two autoscalers over the same pods. */
export const autoscalersOverSamePods: Rule = {
  meta: {
    id: 'autoscalers-over-same-pods',
    level: 'broken',
    kinds: ['autoscaling/HorizontalPodAutoscaler'],
    summary: "two autoscalers scale one workload, or workloads that select each other's pods",
    why: 'the controller stops both of them (AmbiguousSelector), and the replicas stay as they are',
    fix: 'write all metrics into one autoscaler; for two workloads, give each a label of its own in its selector',
    see: 'https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/',
  },
  check(scaler, set) {
    const { path } = scaleTargetOf(scaler);
    const shared = set.autoscalersBeside(scaler).find(other => isAnother(other, scaler));
    if (shared) {
      return [{ path, message: `is the target of HorizontalPodAutoscaler '${shared.object.name}', too` }];
    }
    const [other, workload] = overlapping(scaler, set);
    if (!other || !workload) return [];
    return [
      {
        path,
        message: `shares pods with ${workload.object.kind} '${workload.object.name}', which HorizontalPodAutoscaler '${other.object.name}' scales`,
      },
    ];
  },
};

function overlapping(scaler: JudgedManifest, set: ManifestSet): readonly JudgedManifest[] {
  const { kind, namespace, name } = scaleTargetOf(scaler);
  const target = set.find(kind, namespace, name);
  if (!target || set.ofKind('autoscaling/HorizontalPodAutoscaler').length < 2) return [];
  for (const workload of overlappingWorkloads(target, set)) {
    const other = set.autoscalersOf(workload).find(each => isAnother(each, scaler));
    if (other) return [other, workload];
  }
  return [];
}

/** Of KEDA's ScaledObjects, one may take the HorizontalPodAutoscaler over. */
function isAnother(other: JudgedManifest, scaler: JudgedManifest): boolean {
  return other.object.kind === scaler.object.kind && !isSameObject(other, scaler);
}
