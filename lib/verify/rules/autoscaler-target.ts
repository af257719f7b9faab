import { unscalable } from '../relations/scalable-kinds';
import { scaleTargetOf } from '../relations/scale-target';
import type { Rule } from '../rule';

/** An autoscaler of something that cannot be scaled. */
export const autoscalerTarget: Rule = {
  meta: {
    id: 'autoscaler-target',
    level: 'broken',
    kinds: ['autoscaling/HorizontalPodAutoscaler'],
    summary: 'an autoscaler names something that cannot be scaled',
    why: 'the autoscaler cannot read its replicas (FailedGetScale), and scales nothing',
    fix: 'name a Deployment, a StatefulSet or a ReplicaSet of apps/v1, or a custom resource with a scale subresource',
    see: 'https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#how-does-a-horizontalpodautoscaler-work',
  },
  check(scaler, set) {
    const target = scaleTargetOf(scaler);
    const wrong = target.name === '' ? undefined : unscalable(target, set);
    if (!wrong) return [];
    const { apiVersion, kind, path } = target;
    const bare = kind.slice(kind.indexOf('/') + 1);
    const problem =
      wrong === 'kind'
        ? { value: bare, message: `is ${bare}, which has no scale; a Deployment or a StatefulSet has` }
        : {
            value: apiVersion,
            message: `is '${apiVersion}', which has no kind ${bare}; workloads are in apps/v1`,
          };
    return [{ path: `${path}.${wrong}`, ...problem }];
  },
};
