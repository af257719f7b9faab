/** The custom resources of Argo Rollouts and OpenKruise that stand in for workloads: no server looks into their pods. */
export const CUSTOM_POD_KINDS: readonly string[] = [
  'apps.kruise.io/CloneSet',
  'apps.kruise.io/DaemonSet',
  'apps.kruise.io/StatefulSet',
  'argoproj.io/Rollout',
];

/** The kinds whose pods rules look at: Pods, and what they are made from. */
export const POD_KINDS: readonly string[] = [
  'Pod',
  'ReplicationController',
  'apps/DaemonSet',
  'apps/Deployment',
  'apps/ReplicaSet',
  'apps/StatefulSet',
  'batch/CronJob',
  'batch/Job',
  ...CUSTOM_POD_KINDS,
];
