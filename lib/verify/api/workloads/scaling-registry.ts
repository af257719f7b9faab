import type { Validator, ValidatorKey } from '../validator';
import { validateHorizontalPodAutoscaler } from './horizontal-pod-autoscaler';

/** The validators of what scales workloads. */
export const SCALING_VALIDATORS: readonly [ValidatorKey, Validator][] = [
  ['autoscaling/HorizontalPodAutoscaler', validateHorizontalPodAutoscaler],
];
