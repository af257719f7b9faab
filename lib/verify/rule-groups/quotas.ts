import type { Rule } from '../rule';
import { exceededQuota } from '../rules/exceeded-quota';

/** The rules of quotas, in the order of the alphabet. */
export const RULES: readonly Rule[] = [exceededQuota];
