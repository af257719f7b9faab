import { validateConfigMap } from '../../../../lib/verify/api/config/config-map';
import { validateLease } from '../../../../lib/verify/api/config/lease';
import { validateNamespace } from '../../../../lib/verify/api/config/namespace';
import { validatePriorityClass } from '../../../../lib/verify/api/config/priority-class';
import { validateRuntimeClass } from '../../../../lib/verify/api/config/runtime-class';
import { validateServiceAccount } from '../../../../lib/verify/api/config/service-account';
import { judged } from '../workloads/judged';

const metadata = { name: 'a' };
const map = (fields: object) => judged(validateConfigMap, { metadata, ...fields });
const namespace = (labels: object, spec = {}) =>
  judged(validateNamespace, { metadata: { name: 'a', labels }, spec });
const priority = (name: string, fields: object) =>
  judged(validatePriorityClass, { metadata: { name }, ...fields });
const runtime = (fields: object) => judged(validateRuntimeClass, { metadata, handler: 'runc', ...fields });

test('a key stands in data or in binaryData', () => {
  expect(map({ data: { a: 'x' }, binaryData: { b: 'eA==' } })).toEqual([]);
  expect(map({ data: { a: 'x' }, binaryData: { a: 'eA==' } })).toEqual(['Invalid data[a]']);
});

test.each(['', 'a b', 'a/b', '.', '..', '..a', 'é', 'a'.repeat(254)])('%j is no key of a ConfigMap', key => {
  const found = map({ data: { [key]: '' }, binaryData: {} });
  expect([...new Set(found)]).toEqual([`Invalid data[${key}]`]);
  expect(new Set(map({ binaryData: { [key]: '' } }))).toEqual(new Set([`Invalid binaryData[${key}]`]));
});

test.each(['a', '.a', '-', '_', 'a..b', 'A.json', 'a'.repeat(253)])('%j is a key of a ConfigMap', key => {
  expect(map({ data: { [key]: '' } })).toEqual([]);
});

test('a ConfigMap holds 1 MiB, text and bytes together', () => {
  const mebibyte = 'x'.repeat(1024 * 1024);
  expect(map({ data: { a: mebibyte } })).toEqual([]);
  expect(map({ data: { a: mebibyte }, binaryData: { b: 'eA==' } })).toEqual(['TooLong []']);
});

test('a ServiceAccount is judged by its metadata', () => {
  expect(judged(validateServiceAccount, { metadata: { name: 'a.b' } })).toEqual([]);
  expect(judged(validateServiceAccount, { metadata: { name: 'a:b' } })).toEqual(['Invalid metadata.name']);
});

test('a Namespace is a DNS label, and its name becomes a label', () => {
  expect(judged(validateNamespace, { metadata: { name: 'a.b' } })).toEqual(['Invalid metadata.name']);
  expect(judged(validateNamespace, { metadata: { name: '-a' } })).toEqual([
    'Invalid metadata.name',
    'Invalid metadata.labels',
  ]);
});

test.each(['enforce', 'audit', 'warn'])('the level of Pod Security to %s is one of three', mode => {
  const key = `pod-security.kubernetes.io/${mode}`;
  expect(namespace({ [key]: 'restricted', [`${key}-version`]: 'latest' })).toEqual([]);
  expect(namespace({ [key]: 'strict', [`${key}-version`]: 'v1.30' })).toEqual([
    `Invalid metadata.labels[${key}]`,
  ]);
  expect(namespace({ [`${key}-version`]: '1.30' })).toEqual([`Invalid metadata.labels[${key}-version]`]);
  expect(namespace({ [`${key}-version`]: 'v1.030' })).toEqual([`Invalid metadata.labels[${key}-version]`]);
});

test('a level that is no value of a label is said to be that alone', () => {
  expect(namespace({ 'pod-security.kubernetes.io/enforce': '-' })).toEqual(['Invalid metadata.labels']);
});

test('other labels of that prefix are nobody else’s business', () => {
  expect(namespace({ 'pod-security.kubernetes.io/other': 'x' })).toEqual([]);
});

test('finalizers of a namespace stand at a path without an index', () => {
  expect(namespace({}, { finalizers: ['kubernetes', 'example.com/a'] })).toEqual([]);
  expect(namespace({}, { finalizers: ['a'] })).toEqual(['Invalid spec.finalizers']);
});

test('a priority is a thousand millions at most', () => {
  expect(priority('high', { value: 1_000_000_000 })).toEqual([]);
  expect(priority('low', { value: -5 })).toEqual([]);
  expect(priority('high', { value: 1_000_000_001 })).toEqual(['Forbidden value']);
});

test('names that begin with system- are the two of the server, with their values', () => {
  expect(priority('system-node-critical', { value: 2_000_001_000 })).toEqual([]);
  expect(priority('system-cluster-critical', { value: 2_000_000_000 })).toEqual([]);
  expect(priority('system-cluster-critical', { value: 1 })).toEqual(['Forbidden metadata.name']);
  expect(priority('system-node-critical', { value: 2_000_001_000, globalDefault: true })).toEqual([
    'Forbidden metadata.name',
  ]);
  expect(priority('system-own', { value: 1 })).toEqual(['Forbidden metadata.name']);
});

test('preemption is asked for or not', () => {
  expect(priority('a', { preemptionPolicy: 'Never' })).toEqual([]);
  expect(priority('a', { preemptionPolicy: 'never' })).toEqual(['NotSupported preemptionPolicy']);
  expect(priority('a', { preemptionPolicy: '' })).toEqual(['Required preemptionPolicy']);
});

test('a handler is a DNS label', () => {
  expect(runtime({})).toEqual([]);
  expect(runtime({ handler: 'run.c' })).toEqual(['Invalid handler']);
});

test('1.36 calls a missing handler missing', () => {
  expect(judged(validateRuntimeClass, { metadata }, '1.35')).toEqual(['Invalid handler']);
  expect(judged(validateRuntimeClass, { metadata }, '1.36')).toEqual(['Required handler']);
});

test('the overhead of a RuntimeClass names resources of containers', () => {
  expect(runtime({ overhead: { podFixed: { cpu: '100m', memory: '1Gi' } } })).toEqual([]);
  expect(runtime({ overhead: { podFixed: { cpu: '-1' } } })).toEqual(['Invalid overhead.limits[cpu]']);
  expect(new Set(runtime({ overhead: { podFixed: { pods: '1' } } }))).toEqual(
    new Set(['Invalid overhead.limits[pods]']),
  );
});

test('a RuntimeClass selects nodes by labels, and tolerates each taint once', () => {
  const toleration = { key: 'a', operator: 'Exists', effect: 'NoSchedule' };
  const scheduling = (fields: object) => runtime({ scheduling: fields });
  expect(scheduling({ nodeSelector: { a: 'b' }, tolerations: [toleration] })).toEqual([]);
  expect(scheduling({ nodeSelector: { a: '-' } })).toEqual(['Invalid scheduling.nodeSelector']);
  expect(scheduling({ tolerations: [{ ...toleration, key: '-' }] })).toEqual([
    'Invalid scheduling.tolerations[0].key',
  ]);
  expect(scheduling({ tolerations: [toleration, { ...toleration }] })).toEqual([
    'Duplicate scheduling.tolerations[1]',
  ]);
});

test('a Lease lasts, and changes hands a number of times', () => {
  const lease = (spec: object) => judged(validateLease, { metadata, spec });
  expect(lease({ leaseDurationSeconds: 1, leaseTransitions: 0 })).toEqual([]);
  expect(lease({ leaseDurationSeconds: 0 })).toEqual(['Invalid spec.leaseDurationSeconds']);
  expect(lease({ leaseTransitions: -1 })).toEqual(['Invalid spec.leaseTransitions']);
});
