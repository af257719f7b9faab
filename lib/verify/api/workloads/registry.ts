import type { Validator, ValidatorKey } from '../validator';
import { validateDaemonSet } from './daemon-set';
import { validateDeployment } from './deployment';
import { validatePodDisruptionBudget } from './pod-disruption-budget';
import { validatePodTemplate } from './pod-template';
import { validateReplicaSet } from './replica-set';
import { validateReplicationController } from './replication-controller';
import { validateStatefulSet } from './stateful-set';

/** The validators of what runs pods for good, and keeps them up. */
export const WORKLOAD_VALIDATORS: readonly [ValidatorKey, Validator][] = [
  ['apps/DaemonSet', validateDaemonSet],
  ['apps/Deployment', validateDeployment],
  ['apps/ReplicaSet', validateReplicaSet],
  ['apps/StatefulSet', validateStatefulSet],
  ['/PodTemplate', validatePodTemplate],
  ['/ReplicationController', validateReplicationController],
  ['policy/PodDisruptionBudget', validatePodDisruptionBudget],
];
