import { verify } from '../../../lib/verify';
import { deployment, pod, stateOf } from './judged';

const limitRange = (limit: object, namespace = 'shop') => ({
  apiVersion: 'v1',
  kind: 'LimitRange',
  metadata: { name: 'limits', namespace },
  spec: { limits: [limit] },
});
const quota = (hard: object, more: object = {}) => ({
  apiVersion: 'v1',
  kind: 'ResourceQuota',
  metadata: { name: 'quota', namespace: 'shop' },
  spec: { hard, ...more },
});
const asking = (resources: object) => ({ containers: [{ name: 'a', image: 'a:1', resources }] });

describe('limit ranges', () => {
  test('a container above the maximum or below the minimum is refused', () => {
    const limits = limitRange({ type: 'Container', min: { memory: '64Mi' }, max: { memory: '1Gi' } });
    const of = (memory: string) => stateOf([limits, pod(asking({ limits: { memory } }))]);
    expect(of('512Mi')).toEqual([]);
    expect(of('2Gi')).toEqual(['rejected Pod spec.containers[0].resources']);
    expect(of('32Mi')).toEqual(['rejected Pod spec.containers[0].resources']);
  });

  test('its defaults count: a container that says nothing gets the maximum', () => {
    const limits = limitRange({ type: 'Container', max: { cpu: '1' } });
    expect(stateOf([limits, pod(asking({}))])).toEqual([]);
    expect(stateOf([limits, pod(asking({ requests: { cpu: '2' } }))])).toHaveLength(1);
  });

  test('a pod in all has its own maximum, and has no defaults', () => {
    const limits = limitRange({ type: 'Pod', max: { cpu: '1' } });
    expect(stateOf([limits, deployment(asking({}))])).toEqual(['broken Deployment spec.template.spec']);
    const two = {
      containers: [0, 1].map(() => ({ name: 'a', image: 'a:1', resources: { limits: { cpu: '600m' } } })),
    };
    expect(stateOf([limits, pod(two)])).toEqual(['rejected Pod spec']);
  });

  test('limit and request may be so far apart', () => {
    const limits = limitRange({ type: 'Container', maxLimitRequestRatio: { cpu: '2' } });
    const of = (request: string) =>
      stateOf([limits, pod(asking({ requests: { cpu: request }, limits: { cpu: '1' } }))]);
    expect(of('500m')).toEqual([]);
    expect(of('499m')).toHaveLength(1);
  });

  test('claims are judged, and other namespaces are not', () => {
    const claim = {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { name: 'c', namespace: 'shop' },
      spec: { resources: { requests: { storage: '1Gi' } } },
    };
    const limit = { type: 'PersistentVolumeClaim', min: { storage: '2Gi' } };
    expect(stateOf([limitRange(limit), claim])).toEqual(['rejected PersistentVolumeClaim spec.resources']);
    expect(stateOf([limitRange(limit, 'other'), claim])).toEqual([]);
  });
});

describe('quotas', () => {
  test('pods must ask for what a quota counts', () => {
    const cpu = quota({ 'requests.cpu': '4' });
    expect(stateOf([cpu, pod(asking({}))])).toEqual(['rejected Pod spec.containers']);
    expect(stateOf([cpu, deployment(asking({}))])).toEqual([
      'broken Deployment spec.template.spec.containers',
    ]);
    expect(stateOf([cpu, pod(asking({ limits: { cpu: '1' } }))])).toEqual([]);
    const defaults = limitRange({ type: 'Container', default: { cpu: '1' } });
    expect(stateOf([cpu, defaults, pod(asking({}))])).toEqual([]);
  });

  test('from 1.34 a pod may ask for all of its containers together', () => {
    const cpu = quota({ 'limits.cpu': '4' });
    const whole = pod({ ...asking({}), resources: { limits: { cpu: '2' } } });
    expect(stateOf([cpu, whole], '1.33')).toEqual(['rejected Pod spec.containers']);
    expect(stateOf([cpu, whole], '1.34')).toEqual([]);
    const empty = pod({ ...asking({}), resources: {} });
    expect(stateOf([cpu, empty], '1.34')).toEqual(['rejected Pod spec.containers']);
  });

  test('a LimitRange that lives elsewhere may give them defaults', () => {
    const of = (namespace: string) => {
      const elsewhere = { apiVersion: 'v1', kind: 'LimitRange', metadata: { namespace } };
      return verify([quota({ 'requests.cpu': '4' }), deployment(asking({}))], {
        external: [elsewhere],
      }).findings.filter(({ rule }) => rule === 'resource-quota');
    };
    expect(of('shop')).toEqual([]);
    expect(of('other')).toHaveLength(1);
  });

  test('objects beyond the number that it allows are refused', () => {
    const maps = [1, 2, 3].map(n => ({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: `m${n}`, namespace: 'shop' },
    }));
    expect(stateOf([quota({ 'count/configmaps': '2' }), ...maps])).toEqual(['rejected ConfigMap']);
  });

  test('a quota with scopes counts some pods only, and is left out', () => {
    expect(stateOf([quota({ pods: '0' }, { scopes: ['BestEffort'] }), pod(asking({}))])).toEqual([]);
  });
});

describe('priority classes', () => {
  const priorityClass = (name: string, more: object = {}) => ({
    apiVersion: 'scheduling.k8s.io/v1',
    kind: 'PriorityClass',
    metadata: { name },
    value: 1000,
    ...more,
  });

  test('a pod may not contradict the class that it names', () => {
    const of = (priority: number) =>
      stateOf([priorityClass('high'), pod({ priorityClassName: 'high', priority })]);
    expect(of(1000)).toEqual([]);
    expect(of(5)).toEqual(['rejected Pod spec.priority']);
  });

  test('one class is the default', () => {
    const classes = ['a', 'b'].map(name => priorityClass(name, { globalDefault: true }));
    expect(stateOf(classes)).toEqual(['rejected PriorityClass globalDefault']);
  });
});
