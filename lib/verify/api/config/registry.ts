import type { Validator, ValidatorKey } from '../validator';
import { validateApiService } from './api-service';
import { validateConfigMap } from './config-map';
import { validateControllerRevision } from './controller-revision';
import { validateLease } from './lease';
import { validateLimitRange } from './limit-range';
import { validateNamespace } from './namespace';
import { validateNode } from './node';
import { validatePriorityClass } from './priority-class';
import { validateResourceQuota } from './resource-quota';
import { validateRuntimeClass } from './runtime-class';
import { validateSecret } from './secret';
import { validateServiceAccount } from './service-account';

/** The validators of kinds that configure workloads, and the namespaces that they live in. */
export const CONFIG_VALIDATORS: readonly [ValidatorKey, Validator][] = [
  ['/ConfigMap', validateConfigMap],
  ['/LimitRange', validateLimitRange],
  ['/Namespace', validateNamespace],
  ['/Node', validateNode],
  ['/ResourceQuota', validateResourceQuota],
  ['/Secret', validateSecret],
  ['/ServiceAccount', validateServiceAccount],
  ['apiregistration.k8s.io/APIService', validateApiService],
  ['apps/ControllerRevision', validateControllerRevision],
  ['coordination.k8s.io/Lease', validateLease],
  ['node.k8s.io/RuntimeClass', validateRuntimeClass],
  ['scheduling.k8s.io/PriorityClass', validatePriorityClass],
];
