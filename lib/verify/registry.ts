import type { Rule } from './rule';
import { serviceWithoutPods } from './rules/service-without-pods';

/** Every rule, in the order of the alphabet. */
export const RULES: readonly Rule[] = [serviceWithoutPods];
