import type { Validator, ValidatorKey } from '../validator';
import { validateFlowSchema } from './flow-schema';
import { validatePriorityLevel } from './priority-level';

/** The validators of kinds that say how the API server shares itself out. */
export const FLOW_CONTROL_VALIDATORS: readonly [ValidatorKey, Validator][] = [
  ['flowcontrol.apiserver.k8s.io/FlowSchema', validateFlowSchema],
  ['flowcontrol.apiserver.k8s.io/PriorityLevelConfiguration', validatePriorityLevel],
];
