import type { KubernetesVersion } from '../../../../lib/kubernetes/kubernetes-version';
import { validateLimitRange } from '../../../../lib/verify/api/config/limit-range';
import { validateResourceQuota } from '../../../../lib/verify/api/config/resource-quota';
import { judged } from '../workloads/judged';

const metadata = { name: 'a' };
const unique = (found: readonly string[]) => [...new Set(found)];
const limits = (...items: object[]) =>
  unique(judged(validateLimitRange, { metadata, spec: { limits: items } }));
const limit = (fields: object) => limits({ type: 'Container', ...fields });
const quota = (spec: object, version: KubernetesVersion = '1.28') =>
  unique(judged(validateResourceQuota, { metadata, spec }, version));
const scoped = (...matchExpressions: object[]) => quota({ scopeSelector: { matchExpressions } });
const at = 'spec.limits[0]';

test('a LimitRange needs no name: the server gives it one', () => {
  expect(judged(validateLimitRange, {})).toEqual([]);
  expect(judged(validateLimitRange, { metadata: { name: 'A' } })).toEqual(['Invalid metadata.name']);
});

test('each type has one item, and is a known one or has a domain', () => {
  expect(limits({ type: 'Pod' }, { type: 'Container' }, { type: 'example.com/gpu' })).toEqual([]);
  expect(limits({ type: 'Pod' }, { type: 'Pod' })).toEqual(['Duplicate spec.limits[1].type']);
  expect(limits({ type: 'Node' })).toEqual([`Invalid ${at}.type`]);
  expect(limits({})).toEqual([`Invalid ${at}.type`]);
});

test('amounts of a container do not contradict each other', () => {
  const cpu = (min: string, request: string, value: string, max: string) =>
    limit({
      min: { cpu: min },
      defaultRequest: { cpu: request },
      default: { cpu: value },
      max: { cpu: max },
    });
  expect(cpu('100m', '0.2', '300m', '1')).toEqual([]);
  expect(cpu('2', '2', '2', '1')).toEqual([
    `Invalid ${at}.min[cpu]`,
    `Invalid ${at}.defaultRequest[cpu]`,
    `Invalid ${at}.default[cpu]`,
  ]);
  expect(cpu('100m', '50m', '300m', '1')).toEqual([`Invalid ${at}.defaultRequest[cpu]`]);
  expect(cpu('100m', '400m', '300m', '1')).toEqual([`Invalid ${at}.defaultRequest[cpu]`]);
  expect(cpu('100m', '200m', '2', '1')).toEqual([`Invalid ${at}.default[cpu]`]);
  expect(cpu('100m', '100m', '50m', '1')).toEqual([
    `Invalid ${at}.defaultRequest[cpu]`,
    `Invalid ${at}.default[cpu]`,
  ]);
});

test('max is the default limit and request of a container', () => {
  expect(limit({ min: { cpu: '2' }, max: { cpu: '1' } })).toEqual([
    `Invalid ${at}.min[cpu]`,
    `Invalid ${at}.defaultRequest[cpu]`,
    `Invalid ${at}.default[cpu]`,
  ]);
  expect(limit({ max: { gpu: '1' } })).toEqual([
    `Invalid ${at}.max[gpu]`,
    `Invalid ${at}.default[gpu]`,
    `Invalid ${at}.defaultRequest[gpu]`,
  ]);
});

test('a Pod has no defaults', () => {
  expect(limits({ type: 'Pod', default: { cpu: '1' }, defaultRequest: { cpu: '1' } })).toEqual([
    `Forbidden ${at}.default`,
    `Forbidden ${at}.defaultRequest`,
  ]);
  expect(limits({ type: 'Pod', max: { cpu: '1' }, default: {} })).toEqual([]);
});

test('a claim has a least or a most storage', () => {
  expect(limits({ type: 'PersistentVolumeClaim', max: { storage: '1Gi' } })).toEqual([]);
  expect(limits({ type: 'PersistentVolumeClaim', default: { storage: '1Gi' } })).toEqual([
    `Required ${at}.limits`,
  ]);
});

test('the ratio of limit and request is 1 at least, and one that min and max allow', () => {
  const ratio = (value: string) =>
    limits({ type: 'Pod', min: { cpu: '500m' }, max: { cpu: '1' }, maxLimitRequestRatio: { cpu: value } });
  expect(ratio('2')).toEqual([]);
  expect(ratio('1')).toEqual([]);
  expect(ratio('2.1')).toEqual([`Invalid ${at}.maxLimitRequestRatio[cpu]`]);
  expect(ratio('0.9')).toEqual([`Invalid ${at}.maxLimitRequestRatio[cpu]`]);
});

test('what cannot be overcommitted has its limit as request', () => {
  const gpu = 'example.com/gpu';
  expect(limit({ default: { [gpu]: '2' } })).toEqual([]);
  expect(limit({ default: { [gpu]: '2' }, defaultRequest: { [gpu]: '1' } })).toEqual([
    `Invalid ${at}.defaultRequest[${gpu}]`,
  ]);
});

test.each([
  'cpu',
  'requests.storage',
  'pods',
  'services.nodeports',
  'count/jobs.batch',
  'requests.example.com/gpu',
])('a quota limits %s', name => {
  expect(quota({ hard: { [name]: '1' } })).toEqual([]);
});

test.each([
  ['storage', '1Gi'],
  ['deployments', '1'],
  ['pods', '-1'],
  ['pods', '1500m'],
  ['a b', '1'],
])('a quota does not limit %s to %s', (name, value) => {
  expect(quota({ hard: { [name]: value } })).toEqual([`Invalid spec.hard[${name}]`]);
});

test('scopes are for resources of pods, and some exclude each other', () => {
  expect(quota({ hard: { pods: '1', cpu: '1' }, scopes: ['NotTerminating', 'PriorityClass'] })).toEqual([]);
  expect(quota({ hard: { pods: '1' }, scopes: ['BestEffort'] })).toEqual([]);
  expect(quota({ hard: { cpu: '1' }, scopes: ['BestEffort'] })).toEqual(['Invalid spec.scopes']);
  expect(quota({ hard: { secrets: '1' }, scopes: ['Terminating'] })).toEqual(['Invalid spec.scopes']);
  expect(quota({ hard: { 'count/pods': '1' }, scopes: ['Terminating'] })).toEqual([]);
  expect(quota({ scopes: ['Terminating', 'NotTerminating'] })).toEqual(['Invalid spec.scopes']);
  expect(quota({ scopes: ['Other'] })).toEqual(['Invalid spec.scopes']);
});

test('1.33 knows the scope of volume attributes classes', () => {
  const spec = { hard: { persistentvolumeclaims: '1' }, scopes: ['VolumeAttributesClass'] };
  expect(quota(spec, '1.32')).toEqual(['Invalid spec.scopes']);
  expect(quota(spec, '1.33')).toEqual([]);
  expect(quota({ ...spec, hard: { pods: '1' } }, '1.33')).toEqual(['Invalid spec.scopes']);
});

test('scopes with values are selected by them, at paths without an index', () => {
  const path = 'spec.scopeSelector.matchExpressions';
  expect(scoped({ scopeName: 'PriorityClass', operator: 'In', values: ['high'] })).toEqual([]);
  expect(scoped({ scopeName: 'BestEffort', operator: 'Exists' })).toEqual([]);
  expect(scoped({ scopeName: 'BestEffort', operator: 'DoesNotExist' })).toEqual([`Invalid ${path}.operator`]);
  expect(scoped({ scopeName: 'PriorityClass', operator: 'NotIn' })).toEqual([`Required ${path}.values`]);
  expect(scoped({ scopeName: 'PriorityClass', operator: 'Exists', values: ['a'] })).toEqual([
    `Invalid ${path}.values`,
  ]);
  expect(scoped({ scopeName: 'PriorityClass', operator: 'Is' })).toEqual([`Invalid ${path}.operator`]);
  expect(scoped({ scopeName: 'Other', operator: 'Exists' })).toEqual([`Invalid ${path}.scopeName`]);
});

test('a scope that cannot limit a resource is said of the whole selector', () => {
  const scopeSelector = { matchExpressions: [{ scopeName: 'BestEffort', operator: 'Exists' }] };
  expect(quota({ hard: { cpu: '1' }, scopeSelector })).toEqual([
    'Invalid spec.scopeSelector.matchExpressions',
  ]);
});
