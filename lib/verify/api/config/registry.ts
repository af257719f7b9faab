import type { Validator, ValidatorKey } from '../validator';
import { validateConfigMap } from './config-map';
import { validateLease } from './lease';
import { validateLimitRange } from './limit-range';
import { validateNamespace } from './namespace';
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
  ['/ResourceQuota', validateResourceQuota],
  ['/Secret', validateSecret],
  ['/ServiceAccount', validateServiceAccount],
  ['coordination.k8s.io/Lease', validateLease],
  ['node.k8s.io/RuntimeClass', validateRuntimeClass],
  ['scheduling.k8s.io/PriorityClass', validatePriorityClass],
];
