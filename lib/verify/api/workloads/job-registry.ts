import type { Validator, ValidatorKey } from '../validator';
import { validateCronJob } from './cron-job';
import { validateJob } from './job';

/** The validators of what runs pods to their end. */
export const JOB_VALIDATORS: readonly [ValidatorKey, Validator][] = [
  ['batch/CronJob', validateCronJob],
  ['batch/Job', validateJob],
];
