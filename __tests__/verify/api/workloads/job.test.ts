import type { KubernetesVersion } from '../../../../lib/kubernetes/kubernetes-version';
import { validateJob } from '../../../../lib/verify/api/workloads/job';
import { verify } from '../../../../lib/verify/verify';
import { judged, POD, SELECTOR } from './judged';

const ENDING = { ...POD, restartPolicy: 'Never' };

const job = (spec: object, version: KubernetesVersion = '1.36', name = 'load') =>
  judged(validateJob, { metadata: { name }, spec: { template: { spec: ENDING }, ...spec } }, version);
const labelled = (labels: object) => ({ template: { metadata: { labels }, spec: ENDING } });

test('a Job needs no more than pods that end', () => {
  expect(job({})).toEqual([]);
});

test('the server adds the selector: one that says more is refused', () => {
  expect(job({ selector: {} })).toEqual([]);
  expect(job({ ...labelled({ app: 'web' }), selector: SELECTOR })).toEqual(['Invalid spec.selector']);
  expect(job({ selector: { matchExpressions: [{ key: 'app', operator: 'DoesNotExist' }] } })).toEqual([]);
});

test('labels that the server sets may be those that it would set', () => {
  expect(job(labelled({ 'job-name': 'load', 'batch.kubernetes.io/job-name': 'load' }))).toEqual([]);
  expect(job(labelled({ 'job-name': 'other' }))).toEqual(['Invalid spec.template.metadata.labels[job-name]']);
  expect(job(labelled({ 'controller-uid': '1' }))).toEqual([
    'Invalid spec.template.metadata.labels[controller-uid]',
  ]);
  expect(job(labelled({ 'batch.kubernetes.io/controller-uid': '1' }))).toEqual([
    'Invalid spec.template.metadata.labels[batch.kubernetes.io/controller-uid]',
    'Invalid spec.template.metadata.labels',
  ]);
});

test("a Job's name is a label of its pods", () => {
  expect(job({}, '1.36', 'a'.repeat(63))).toEqual([]);
  expect(job({}, '1.36', 'a'.repeat(64))).toEqual(['Invalid spec.template.labels']);
});

test("the name of an indexed Job begins its pods' host names", () => {
  const indexed = { completionMode: 'Indexed', completions: 100 };
  expect(job(indexed, '1.36', 'a'.repeat(60))).toEqual([]);
  expect(job(indexed, '1.36', 'a'.repeat(61))).toEqual(['Invalid metadata.name']);
  expect(job(indexed, '1.36', 'load.all')).toEqual(['Invalid metadata.name']);
  expect(job({}, '1.36', 'load.all')).toEqual([]);
  expect(job({ ...indexed, completions: 0 }, '1.36', 'load.all')).toEqual([]);
});

test('a manual selector is there, and selects the template', () => {
  const manual = { manualSelector: true };
  expect(job({ ...manual, ...labelled({ app: 'web' }), selector: SELECTOR })).toEqual([]);
  expect(job({ ...manual, selector: SELECTOR })).toEqual(['Invalid spec.template.metadata.labels']);
  expect(job(manual)).toEqual(['Required spec.selector', 'Invalid spec.template.metadata.labels']);
});

test('an indexed Job without numbers has one completion', () => {
  expect(job({ completionMode: 'Indexed' })).toEqual([]);
  expect(job({ completionMode: 'Indexed', parallelism: 2 })).toEqual(['Required spec.completions']);
});

test.each([
  [{ podReplacementPolicy: 'Never' }, '1.28', 'NotSupported spec.podReplacementPolicy', '1.29'],
  [{ backoffLimitPerIndex: 1 }, '1.28', 'Invalid spec.backoffLimitPerIndex', '1.29'],
  [{ successPolicy: {} }, '1.30', 'Invalid spec.successPolicy', '1.31'],
  [{ managedBy: 'me' }, '1.31', 'Invalid spec.managedBy', '1.32'],
] as const)('%j is dropped by %s, and %s since %s', (spec, before, complaint, since) => {
  const manifest = {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { name: 'load' },
    spec: { template: { spec: ENDING }, ...spec },
  };
  const rejected = (version: KubernetesVersion) =>
    verify([manifest], { kubernetesVersion: version })
      .findings.filter(({ level }) => level === 'rejected')
      .map(({ errorType, path }) => `${errorType?.slice('FieldValue'.length)} ${path}`);
  expect(rejected(before)).toEqual([]);
  expect(rejected(since)).toEqual([complaint]);
});

test('a rule that fails an index is dropped by 1.28, whatever it says', () => {
  const podFailurePolicy = { rules: [{ action: 'FailIndex' }] };
  expect(job({ podFailurePolicy }, '1.28')).toEqual([]);
  expect(job({ podFailurePolicy }, '1.29')).toEqual([
    'Invalid spec.podFailurePolicy.rules[0].action',
    'Invalid spec.podFailurePolicy.rules[0]',
  ]);
});

test('a Job as a server gives it is that Job, and no other', () => {
  const uid = { 'batch.kubernetes.io/controller-uid': '1', 'controller-uid': '1' };
  const selector = { matchLabels: { 'batch.kubernetes.io/controller-uid': '1' } };
  expect(job({ ...labelled({ ...uid, 'job-name': 'load' }), selector })).toEqual([
    'broken Invalid spec.selector',
  ]);
  expect(job({ ...labelled({ ...uid, 'controller-uid': '2' }), selector })).toEqual([
    'broken Invalid spec.selector',
    'Invalid spec.template.metadata.labels[controller-uid]',
  ]);
});
