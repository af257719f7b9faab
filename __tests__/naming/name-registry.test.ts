import { Chart, Testing } from 'cdk8s';
import { Construct } from 'constructs';
import { reserveName } from '../../lib/naming/name-registry';
import { testChart } from '../render';

const use = { of: 'Service of core', namespace: 'shop', name: 'web' };

test('a second use of a name in one namespace is an error that names the first', () => {
  const chart = testChart();
  reserveName(new Construct(chart, 'a'), use);
  expect(() => reserveName(new Construct(chart, 'b'), use)).toThrow(
    /test\/b: name is already taken in namespace 'shop' for Service of core by 'test\/a'; received "web"/,
  );
});

test('two charts of one app share the names', () => {
  const app = Testing.app();
  reserveName(new Chart(app, 'one'), use);
  expect(() => reserveName(new Chart(app, 'two'), use)).toThrow(/already taken/);
});

test.each([
  ['another namespace', { ...use, namespace: 'other' }],
  ['another kind', { ...use, of: 'ConfigMap of core' }],
  ['another name', { ...use, name: 'web-2' }],
  ['no namespace', { ...use, namespace: undefined }],
])('%s makes it another name', (_, other) => {
  const chart = testChart();
  reserveName(new Construct(chart, 'a'), use);
  expect(() => reserveName(new Construct(chart, 'b'), other)).not.toThrow();
});

test('without a namespace a name is used once as well', () => {
  const chart = testChart();
  const nowhere = { of: 'StorageClass of storage.k8s.io', name: 'ssd' };
  reserveName(new Construct(chart, 'a'), nowhere);
  expect(() => reserveName(new Construct(chart, 'b'), nowhere)).toThrow(
    /name is already taken for StorageClass/,
  );
});

test('the same construct may take its name again, and another app has names of its own', () => {
  const chart = testChart();
  reserveName(chart, use);
  expect(() => reserveName(chart, use)).not.toThrow();
  expect(() => reserveName(testChart(), use)).not.toThrow();
});
