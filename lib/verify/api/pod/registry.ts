import type { Validator, ValidatorKey } from '../validator';
import { validatePod, validatePodTemplateObject } from './pod';

/** The validators of pods. */
export const POD_VALIDATORS: readonly [ValidatorKey, Validator][] = [
  ['/Pod', validatePod],
  ['/PodTemplate', validatePodTemplateObject],
];
