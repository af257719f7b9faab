import type { Validator, ValidatorKey } from '../validator';
import { validateDeviceClass } from './device-class';
import { validateResourceClaim, validateResourceClaimTemplate } from './resource-claim';

/** The validators of kinds that ask for devices, in the stable version of their API. */
export const DEVICE_VALIDATORS: readonly [ValidatorKey, Validator][] = [
  ['resource.k8s.io/v1/DeviceClass', validateDeviceClass],
  ['resource.k8s.io/v1/ResourceClaim', validateResourceClaim],
  ['resource.k8s.io/v1/ResourceClaimTemplate', validateResourceClaimTemplate],
];
