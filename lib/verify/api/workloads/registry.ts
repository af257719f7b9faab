import type { Validator, ValidatorKey } from '../validator';
import { validateCronJob } from './cron-job';
import { validateDaemonSet } from './daemon-set';
import { validateDeployment } from './deployment';
import { validateHorizontalPodAutoscaler } from './horizontal-pod-autoscaler';
import { validateJob } from './job';
import { validatePodDisruptionBudget } from './pod-disruption-budget';
import { validatePodTemplate } from './pod-template';
import { validateReplicaSet } from './replica-set';
import { validateReplicationController } from './replication-controller';
import { validateStatefulSet } from './stateful-set';

/** The validators of what makes pods, scales them, and keeps them up. */
export const WORKLOAD_VALIDATORS: readonly [ValidatorKey, Validator][] = [
  ['apps/DaemonSet', validateDaemonSet],
  ['apps/Deployment', validateDeployment],
  ['apps/ReplicaSet', validateReplicaSet],
  ['apps/StatefulSet', validateStatefulSet],
  ['/PodTemplate', validatePodTemplate],
  ['/ReplicationController', validateReplicationController],
  ['batch/CronJob', validateCronJob],
  ['batch/Job', validateJob],
  ['autoscaling/HorizontalPodAutoscaler', validateHorizontalPodAutoscaler],
  ['policy/PodDisruptionBudget', validatePodDisruptionBudget],
];
