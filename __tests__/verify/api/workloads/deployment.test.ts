import { validateDeployment } from '../../../../lib/verify/api/workloads/deployment';
import { judged, SELECTOR, TEMPLATE } from './judged';

const deployment = (spec: object) =>
  judged(validateDeployment, {
    metadata: { name: 'web' },
    spec: { selector: SELECTOR, template: TEMPLATE, ...spec },
  });

test('a Deployment needs no more than a selector and a template', () => {
  expect(deployment({})).toEqual([]);
});

test('numbers are 0 or more', () => {
  expect(deployment({ replicas: -1, minReadySeconds: -1, revisionHistoryLimit: -1 })).toEqual([
    'Invalid spec.replicas',
    'Invalid spec.minReadySeconds',
    'Invalid spec.revisionHistoryLimit',
  ]);
});

test('without a selector the template is no longer selected either', () => {
  expect(deployment({ selector: undefined })).toEqual([
    'Required spec.selector',
    'Invalid spec.template.metadata.labels',
  ]);
});

test('an empty selector is refused', () => {
  expect(deployment({ selector: {} })).toEqual(['Invalid spec.selector']);
  expect(deployment({ selector: { matchLabels: {}, matchExpressions: [] } })).toEqual([
    'Invalid spec.selector',
  ]);
});

test('the template bears the labels that are selected', () => {
  expect(deployment({ selector: { matchLabels: { app: 'shop' } } })).toEqual([
    'Invalid spec.template.metadata.labels',
  ]);
  expect(deployment({ template: { ...TEMPLATE, metadata: {} } })).toEqual([
    'Invalid spec.template.metadata.labels',
  ]);
});

test('a selector that cannot be read is refused twice, and the template is not compared', () => {
  expect(deployment({ selector: { matchLabels: { app: '-' } } })).toEqual([
    'Invalid spec.selector.matchLabels',
    'Invalid spec.selector',
  ]);
});

test('the pods run for ever', () => {
  const template = (spec: object) => ({ template: { ...TEMPLATE, spec: { ...TEMPLATE.spec, ...spec } } });
  expect(deployment(template({ restartPolicy: 'Always' }))).toEqual([]);
  expect(deployment(template({ restartPolicy: 'Never' }))).toEqual([
    'NotSupported spec.template.spec.restartPolicy',
  ]);
  expect(deployment(template({ activeDeadlineSeconds: 10 }))).toContain(
    'Forbidden spec.template.spec.activeDeadlineSeconds',
  );
});

test.each([
  [{ type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 0, maxSurge: '25%' } }, []],
  [{ rollingUpdate: { maxUnavailable: 0 } }, []],
  [{ type: 'Recreate' }, []],
  [{ type: 'Rolling' }, ['NotSupported spec.strategy']],
  [{ type: 'Recreate', rollingUpdate: {} }, ['Forbidden spec.strategy.rollingUpdate']],
  [
    { rollingUpdate: { maxUnavailable: 0, maxSurge: '0%' } },
    ['Invalid spec.strategy.rollingUpdate.maxUnavailable'],
  ],
  [{ rollingUpdate: { maxUnavailable: '101%' } }, ['Invalid spec.strategy.rollingUpdate.maxUnavailable']],
  [{ rollingUpdate: { maxSurge: '200%' } }, []],
  [{ rollingUpdate: { maxSurge: '1' } }, ['Invalid spec.strategy.rollingUpdate.maxSurge']],
  [{ rollingUpdate: { maxUnavailable: -1 } }, ['Invalid spec.strategy.rollingUpdate.maxUnavailable']],
])('strategy %j', (strategy, expected) => {
  expect(deployment({ strategy })).toEqual(expected);
});

test('the progress deadline, 600 seconds where it is not set, is longer than a pod takes to be ready', () => {
  expect(deployment({ minReadySeconds: 599 })).toEqual([]);
  expect(deployment({ minReadySeconds: 600 })).toEqual(['Invalid spec.progressDeadlineSeconds']);
  expect(deployment({ minReadySeconds: 600, progressDeadlineSeconds: 601 })).toEqual([]);
  expect(deployment({ minReadySeconds: -2, progressDeadlineSeconds: -1 })).toEqual([
    'Invalid spec.minReadySeconds',
    'Invalid spec.progressDeadlineSeconds',
  ]);
  expect(deployment({ progressDeadlineSeconds: 0 })).toEqual(['Invalid spec.progressDeadlineSeconds']);
});

test('a Deployment without a spec is refused, not crashed on', () => {
  expect(judged(validateDeployment, {})).toEqual(
    expect.arrayContaining(['Required metadata.name', 'Required spec.selector']),
  );
});
