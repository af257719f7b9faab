import { isBefore } from '../../../kubernetes/kubernetes-version';
import { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';
import { type StringMap, validateAnnotations, validateLabels } from '../labels';
import { effectiveName, metadataOf, nameIsDnsSubdomain, validateObjectMeta } from '../metadata';
import type { Validator } from '../validator';
import { scheduleComplaint } from './cron-schedule';
import { type JobSpec, validateJobSpec } from './job-spec';
import { validateNonNegative } from './non-negative';
import { isTimeZone } from './time-zones';

interface CronJobSpec {
  readonly schedule?: string;
  readonly timeZone?: string;
  readonly startingDeadlineSeconds?: number;
  readonly concurrencyPolicy?: string;
  readonly successfulJobsHistoryLimit?: number;
  readonly failedJobsHistoryLimit?: number;
  readonly jobTemplate?: JobTemplate;
}

interface JobTemplate {
  readonly metadata?: { readonly labels?: StringMap; readonly annotations?: StringMap };
  readonly spec?: JobSpec;
}

const NAME = FieldPath.of('metadata', 'name');
const SPEC = FieldPath.of('spec');
const JOB_TEMPLATE = SPEC.child('jobTemplate');
const JOB_METADATA = JOB_TEMPLATE.child('metadata');
const JOB_SPEC = JOB_TEMPLATE.child('spec');
const NO_SPEC: CronJobSpec = {};
const NO_JOB: JobSpec = {};

/** A Job's name has 63 characters at most, and those of a CronJob end with a hyphen and ten digits. */
const LONGEST_NAME = 52;
const CONCURRENCY_POLICIES = ['Allow', 'Forbid', 'Replace'];
const REFUSED_JOBS = 'the server refuses every Job of it';

/**
 * Judges a CronJob.
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/cron-job-v1/
 */
export const validateCronJob: Validator = (object, errors) => {
  validateObjectMeta(object, nameIsDnsSubdomain, errors);
  const name = effectiveName(metadataOf(object));
  if (name.length > LONGEST_NAME) {
    const because = "its Jobs' names add 11";
    errors.invalid(NAME, name, `must be no longer than ${LONGEST_NAME} characters, as ${because}`);
  }
  const spec = (object.spec as CronJobSpec | undefined) ?? NO_SPEC;
  validateSchedule(spec, errors);
  if (spec.timeZone !== undefined) validateTimeZone(spec.timeZone, SPEC.child('timeZone'), errors);
  validateNonNegative(spec.startingDeadlineSeconds, 'startingDeadlineSeconds', SPEC, errors);
  validateNonNegative(spec.successfulJobsHistoryLimit, 'successfulJobsHistoryLimit', SPEC, errors);
  validateNonNegative(spec.failedJobsHistoryLimit, 'failedJobsHistoryLimit', SPEC, errors);
  const { concurrencyPolicy } = spec;
  if (concurrencyPolicy && !CONCURRENCY_POLICIES.includes(concurrencyPolicy)) {
    errors.notSupported(SPEC.child('concurrencyPolicy'), concurrencyPolicy, CONCURRENCY_POLICIES);
  }
  validateJobTemplate(spec.jobTemplate, errors);
};

function validateSchedule({ schedule = '', timeZone }: CronJobSpec, errors: FieldErrors): void {
  const path = SPEC.child('schedule');
  if (schedule === '') {
    errors.required(path);
    return;
  }
  const complaint = scheduleComplaint(schedule);
  if (complaint) errors.invalid(path, schedule, complaint);
  if (!schedule.includes('TZ')) return;
  const fix = 'set timeZone instead';
  if (!isBefore(errors.version, '1.29')) errors.invalid(path, schedule, 'must not name a time zone', { fix });
  else if (timeZone !== undefined) {
    errors.invalid(path, schedule, 'must not name a time zone beside timeZone', { fix });
  }
}

function validateTimeZone(timeZone: string, path: FieldPath, errors: FieldErrors): void {
  if (timeZone === '')
    errors.invalid(path, timeZone, 'must not be empty', { fix: 'leave it out, or name a zone' });
  else if (!isTimeZone(timeZone)) {
    errors.invalid(path, timeZone, 'must be the name of a time zone, in the same case', {
      fix: "take one of IANA's, such as Europe/Berlin or Etc/UTC",
      see: 'https://www.iana.org/time-zones',
    });
  }
}

function validateJobTemplate(template: JobTemplate = {}, errors: FieldErrors): void {
  const { metadata, spec = NO_JOB } = template;
  validateJobSpec(spec, JOB_SPEC, errors);
  if (spec.selector !== undefined) {
    errors.invalid(JOB_SPEC.child('selector'), spec.selector, 'must be left to the server');
  }
  if (spec.manualSelector) {
    errors.notSupported(JOB_SPEC.child('manualSelector'), true, ['nil', 'false'], { fix: 'drop it' });
  }
  if (!metadata) return;
  const later = errors.unchecked(REFUSED_JOBS);
  validateLabels(metadata.labels, JOB_METADATA.child('labels'), later);
  validateAnnotations(metadata.annotations, JOB_METADATA.child('annotations'), later);
}
