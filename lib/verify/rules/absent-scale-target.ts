import { isAbsent } from '../relations/program-objects';
import { unscalable } from '../relations/scalable-kinds';
import { SCALING_KINDS, scaleTargetOf } from '../relations/scale-target';
import type { Rule } from '../rule';

/** An autoscaler of a workload that is not there. */
export const absentScaleTarget: Rule = {
  meta: {
    id: 'absent-scale-target',
    level: 'risky',
    closedLevel: 'broken',
    kinds: SCALING_KINDS,
    summary: 'an autoscaler names a workload that is not among the manifests',
    why: 'unless the workload is in the cluster already, the autoscaler scales nothing',
    fix: 'write the kind and the name of a workload of the same namespace, or declare it external',
    see: 'https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/',
  },
  check(scaler, set) {
    const target = scaleTargetOf(scaler);
    const { kind, namespace, name, path } = target;
    if (name === '' || !isAbsent(set, kind, namespace, name) || unscalable(target, set)) return [];
    const bare = kind.slice(kind.indexOf('/') + 1);
    return [
      {
        path: `${path}.name`,
        value: name,
        message: `names ${bare} '${name}', which is not among the manifests`,
      },
    ];
  },
};
