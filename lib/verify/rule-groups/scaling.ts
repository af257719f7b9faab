import type { Rule } from '../rule';
import { absentScaleTarget } from '../rules/absent-scale-target';
import { autoscalerMetric } from '../rules/autoscaler-metric';
import { autoscalerRequest } from '../rules/autoscaler-request';
import { autoscalerTarget } from '../rules/autoscaler-target';
import { autoscalersOverSamePods } from '../rules/autoscalers-over-same-pods';

/** The rules of autoscalers, in the order of the alphabet. */
export const RULES: readonly Rule[] = [
  absentScaleTarget,
  autoscalerMetric,
  autoscalerRequest,
  autoscalerTarget,
  autoscalersOverSamePods,
];
