import { dataAt } from '../judged-manifest';
import type { Rule } from '../rule';

/** Replicas that an autoscaler sets too. */
export const replicasBesideAutoscaler: Rule = {
  meta: {
    id: 'replicas-beside-autoscaler',
    level: 'risky',
    kinds: [
      'apps/Deployment',
      'apps/ReplicaSet',
      'apps/StatefulSet',
      'ReplicationController',
      'argoproj.io/Rollout',
    ],
    summary: 'a workload with an autoscaler says its replicas, too',
    why: 'each time it is applied it goes back to that number, under load as well, until the autoscaler has found out again',
    fix: 'leave the replicas out; remove them from the stored object first, as the documentation says, or they fall to one',
    see: 'https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#migrating-deployments-and-statefulsets-to-horizontal-autoscaling',
  },
  check(workload, set) {
    const { replicas } = dataAt(workload.data, 'spec');
    // With none, the autoscaler is switched off on purpose.
    if (typeof replicas !== 'number' || replicas === 0) return [];
    const scaler = set.autoscalerOf(workload);
    if (!scaler) return [];
    return [
      {
        path: 'spec.replicas',
        value: replicas,
        message: `must be left out: ${scaler.object.kind} '${scaler.object.name}' sets it`,
      },
    ];
  },
};
