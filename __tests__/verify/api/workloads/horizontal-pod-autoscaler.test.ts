import type { KubernetesVersion } from '../../../../lib/kubernetes/kubernetes-version';
import { validateHorizontalPodAutoscaler } from '../../../../lib/verify/api/workloads/horizontal-pod-autoscaler';
import { judged } from './judged';

const TARGET = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' };
const UTILIZATION = { type: 'Utilization', averageUtilization: 80 };
const AVERAGE = { type: 'AverageValue', averageValue: '10' };

const autoscaler = (spec: object, version: KubernetesVersion = '1.28') =>
  judged(
    validateHorizontalPodAutoscaler,
    { metadata: { name: 'web' }, spec: { maxReplicas: 3, scaleTargetRef: TARGET, ...spec } },
    version,
  );
const metric = (given: object) =>
  autoscaler({ metrics: [given] }).map(text => text.replace('spec.metrics[0]', 'metric'));
const scaleUp = (rules: object) =>
  autoscaler({ behavior: { scaleUp: rules } }).map(text => text.replace('spec.behavior.', ''));

test('an autoscaler needs no more than a target and a maximum', () => {
  expect(autoscaler({})).toEqual([]);
});

test.each([
  [{ minReplicas: 4 }, ['Invalid spec.maxReplicas']],
  [{ minReplicas: -1 }, ['Invalid spec.minReplicas']],
  [{ minReplicas: 0 }, ['Invalid spec.minReplicas', 'Forbidden spec.metrics']],
  [{ maxReplicas: -1 }, ['Invalid spec.maxReplicas', 'Invalid spec.maxReplicas']],
])('%j', (spec, expected) => {
  expect(autoscaler(spec)).toEqual(expected);
});

test('a missing maximum is invalid, and required since 1.36', () => {
  expect(autoscaler({ maxReplicas: undefined }, '1.35')).toEqual([
    'Invalid spec.maxReplicas',
    'Invalid spec.maxReplicas',
  ]);
  expect(autoscaler({ maxReplicas: undefined }, '1.36')).toEqual([
    'Required spec.maxReplicas',
    'Invalid spec.maxReplicas',
  ]);
});

test('the target has kind and name, which are parts of a path', () => {
  expect(autoscaler({ scaleTargetRef: {} })).toEqual([
    'Required spec.scaleTargetRef.kind',
    'Required spec.scaleTargetRef.name',
  ]);
  expect(autoscaler({ scaleTargetRef: { ...TARGET, kind: 'a/b', name: '..' } })).toEqual([
    'Invalid spec.scaleTargetRef.kind',
    'Invalid spec.scaleTargetRef.name',
  ]);
});

test('since 1.34 the target names its API group, which ReplicationControllers have not', () => {
  const target = (given: object) => ({ scaleTargetRef: { ...TARGET, ...given } });
  expect(autoscaler(target({ apiVersion: 'v1' }), '1.33')).toEqual([]);
  expect(autoscaler(target({ apiVersion: 'v1' }), '1.34')).toEqual([
    'Invalid spec.scaleTargetRef.apiVersion',
  ]);
  expect(autoscaler(target({ apiVersion: undefined }), '1.34')).toEqual([
    'Invalid spec.scaleTargetRef.apiVersion',
  ]);
  expect(autoscaler(target({ apiVersion: '/v1' }), '1.34')).toEqual([
    'Invalid spec.scaleTargetRef.apiVersion',
  ]);
  expect(autoscaler(target({ apiVersion: 'v1', kind: 'ReplicationController' }), '1.34')).toEqual([]);
  expect(autoscaler(target({ apiVersion: 'a/b/c', kind: 'ReplicationController' }), '1.34')).toEqual([
    'Invalid spec.scaleTargetRef.apiVersion',
  ]);
});

test('the utilization of v1 is judged as the metric that the server makes of it', () => {
  expect(autoscaler({ targetCPUUtilizationPercentage: 80 })).toEqual([]);
  expect(autoscaler({ targetCPUUtilizationPercentage: 0 })).toEqual([
    'Invalid spec.metrics[0].resource.target.averageUtilization',
  ]);
});

test.each([
  [{ type: 'Resource', resource: { name: 'cpu', target: UTILIZATION } }, []],
  [{ type: 'Pods', pods: { metric: { name: 'rps' }, target: AVERAGE } }, []],
  [{ type: 'External', external: { metric: { name: 'lag' }, target: { type: 'Value', value: 1 } } }, []],
  [
    { type: 'ContainerResource', containerResource: { name: 'cpu', container: 'web', target: UTILIZATION } },
    [],
  ],
  [{ type: 'Object', object: { describedObject: TARGET, metric: { name: 'rps' }, target: AVERAGE } }, []],
  [{}, ['Required metric.type', 'NotSupported metric.type']],
  [{ type: 'Cpu' }, ['NotSupported metric.type']],
  [{ type: 'Pods' }, ['Required metric.pods']],
  [{ type: 'Pods', resource: { name: 'cpu', target: UTILIZATION } }, ['Required metric.pods']],
  [
    { type: 'Resource', resource: { name: 'cpu', target: UTILIZATION }, pods: {} },
    [
      'Required metric.pods.metric.name',
      'Required metric.pods.target.type',
      'Invalid metric.pods.target.type',
      'Required metric.pods.target.averageValue',
      'Forbidden metric.pods',
    ],
  ],
  [
    { type: 'ContainerResource', containerResource: { target: { type: 'Utilization' } } },
    [
      'Required metric.containerResource.name',
      'Required metric.containerResource.container',
      'Required metric.containerResource.target.averageUtilization',
    ],
  ],
  [
    { type: 'ContainerResource', containerResource: { name: 'cpus', container: 'Web', target: UTILIZATION } },
    [
      'Invalid metric.containerResource.name',
      'Invalid metric.containerResource.name',
      'Invalid metric.containerResource.container',
    ],
  ],
  [
    { type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization' } } },
    ['Required metric.resource.target.averageUtilization'],
  ],
  [
    { type: 'Resource', resource: { name: 'cpu', target: { ...UTILIZATION, averageValue: '0' } } },
    ['Invalid metric.resource.target.averageValue', 'Forbidden metric.resource.target.averageValue'],
  ],
  [
    { type: 'External', external: { metric: { name: 'a/b' }, target: { ...AVERAGE, value: '-1' } } },
    [
      'Invalid metric.external.metric.name',
      'Invalid metric.external.target.value',
      'Forbidden metric.external.target.value',
    ],
  ],
])('metric %j', (given, expected) => {
  expect(metric(given)).toEqual(expected);
});

test.each([
  [{}, []],
  [{ policies: [{ type: 'Pods', value: 1, periodSeconds: 1800 }], stabilizationWindowSeconds: 3600 }, []],
  [{ tolerance: '0.1' }, []],
  [{ tolerance: '-0.1' }, ['Invalid scaleUp.tolerance']],
  [{ policies: [] }, ['Required scaleUp.policies']],
  [{ selectPolicy: 'All' }, ['NotSupported scaleUp.selectPolicy']],
  [{ stabilizationWindowSeconds: 3601 }, ['Invalid scaleUp.stabilizationWindowSeconds']],
  [
    { policies: [{}] },
    [
      'NotSupported scaleUp.policies[0].type',
      'Invalid scaleUp.policies[0].value',
      'Invalid scaleUp.policies[0].periodSeconds',
    ],
  ],
])('scaling rules %j', (rules, expected) => {
  expect(scaleUp(rules)).toEqual(expected);
});
