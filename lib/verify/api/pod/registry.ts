import type { Validator, ValidatorKey } from '../validator';
import { validatePod } from './pod';

/** The validators of pods. */
export const POD_VALIDATORS: readonly [ValidatorKey, Validator][] = [['/Pod', validatePod]];
