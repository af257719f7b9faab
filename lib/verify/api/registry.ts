import { ADMISSION_VALIDATORS } from './admission/registry';
import { CONFIG_VALIDATORS } from './config/registry';
import { CUSTOM_RESOURCE_VALIDATORS } from './custom-resources/definition';
import { NETWORK_VALIDATORS } from './network/registry';
import { POD_VALIDATORS } from './pod/registry';
import { RBAC_VALIDATORS } from './rbac/registry';
import { STORAGE_VALIDATORS } from './storage/registry';
import type { Validator, ValidatorKey } from './validator';
import { WORKLOAD_VALIDATORS } from './workloads/registry';

/** The validators by group and kind; those of another version of a group stand as `group/version/Kind`. */
export const VALIDATORS: ReadonlyMap<ValidatorKey, Validator> = new Map<ValidatorKey, Validator>([
  ...ADMISSION_VALIDATORS,
  ...CONFIG_VALIDATORS,
  ...CUSTOM_RESOURCE_VALIDATORS,
  ...NETWORK_VALIDATORS,
  ...POD_VALIDATORS,
  ...RBAC_VALIDATORS,
  ...STORAGE_VALIDATORS,
  ...WORKLOAD_VALIDATORS,
]);
