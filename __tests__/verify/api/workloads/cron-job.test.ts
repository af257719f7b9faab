import type { KubernetesVersion } from '../../../../lib/kubernetes/kubernetes-version';
import { validateCronJob } from '../../../../lib/verify/api/workloads/cron-job';
import { judged, POD } from './judged';

const JOB = { template: { spec: { ...POD, restartPolicy: 'OnFailure' } } };

const cronJob = (spec: object, version: KubernetesVersion = '1.36', name = 'nightly') =>
  judged(
    validateCronJob,
    { metadata: { name }, spec: { schedule: '0 3 * * *', jobTemplate: { spec: JOB }, ...spec } },
    version,
  );

test('a CronJob needs no more than a schedule and pods that end', () => {
  expect(cronJob({})).toEqual([]);
  expect(cronJob({ schedule: undefined })).toEqual(['Required spec.schedule']);
});

test("the name leaves room for what is added to its Jobs' names", () => {
  expect(cronJob({}, '1.36', 'a'.repeat(52))).toEqual([]);
  expect(cronJob({}, '1.36', 'a'.repeat(53))).toEqual(['Invalid metadata.name']);
});

test.each([
  [{ schedule: '60 * * * *' }, ['Invalid spec.schedule']],
  [{ timeZone: '' }, ['Invalid spec.timeZone']],
  [{ timeZone: 'Europe/berlin' }, ['Invalid spec.timeZone']],
  [{ timeZone: 'Europe/Berlin' }, []],
  [{ concurrencyPolicy: '' }, []],
  [{ concurrencyPolicy: 'Wait' }, ['NotSupported spec.concurrencyPolicy']],
  [{ startingDeadlineSeconds: -1 }, ['Invalid spec.startingDeadlineSeconds']],
  [{ successfulJobsHistoryLimit: -1 }, ['Invalid spec.successfulJobsHistoryLimit']],
  [{ failedJobsHistoryLimit: -1 }, ['Invalid spec.failedJobsHistoryLimit']],
])('%j', (spec, expected) => {
  expect(cronJob(spec)).toEqual(expected);
});

test('a time zone in the schedule is refused since 1.29, and before beside timeZone', () => {
  const schedule = 'CRON_TZ=UTC 0 3 * * *';
  expect(cronJob({ schedule }, '1.28')).toEqual([]);
  expect(cronJob({ schedule, timeZone: 'UTC' }, '1.28')).toEqual(['Invalid spec.schedule']);
  expect(cronJob({ schedule }, '1.29')).toEqual(['Invalid spec.schedule']);
});

test('the selector of the Jobs is left to the server', () => {
  const spec = { ...JOB, selector: {}, manualSelector: true };
  expect(cronJob({ jobTemplate: { spec } })).toEqual([
    'Invalid spec.jobTemplate.spec.selector',
    'NotSupported spec.jobTemplate.spec.manualSelector',
  ]);
});

test('the server gives an indexed Job of a CronJob no completions', () => {
  expect(cronJob({ jobTemplate: { spec: { ...JOB, completionMode: 'Indexed' } } })).toEqual([
    'Required spec.jobTemplate.spec.completions',
  ]);
});

test('metadata that no Job may have breaks the CronJob', () => {
  const metadata = { labels: { app: '-' }, annotations: { '-': '' } };
  expect(cronJob({ jobTemplate: { metadata, spec: JOB } })).toEqual([
    'broken Invalid spec.jobTemplate.metadata.labels',
    'broken Invalid spec.jobTemplate.metadata.annotations',
  ]);
});
