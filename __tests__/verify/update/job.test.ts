import { podSpec, specUpdatesOf } from './updated';

const change = specUpdatesOf('batch/v1', 'Job');
const template = (spec: object, metadata: object = {}) => ({
  template: { metadata, spec: { restartPolicy: 'Never', ...spec } },
});
const job = template(podSpec());

test('it may change parallelism, limits, deadline and suspension', () => {
  const after = { parallelism: 3, backoffLimit: 2, activeDeadlineSeconds: 60, suspend: true, completions: 1 };
  expect(change({ ...job, completions: 1 }, { ...job, ...after, ttlSecondsAfterFinished: 5 })).toEqual([]);
});

test('what the server sets is no change', () => {
  const defaults = {
    completions: 1,
    parallelism: 1,
    completionMode: 'NonIndexed',
    suspend: false,
    manualSelector: false,
    ...template({
      containers: [
        {
          name: 'app',
          image: 'shop/web:1',
          imagePullPolicy: 'IfNotPresent',
          terminationMessagePath: '/dev/termination-log',
          terminationMessagePolicy: 'File',
          resources: {},
        },
      ],
      dnsPolicy: 'ClusterFirst',
      schedulerName: 'default-scheduler',
      securityContext: {},
      terminationGracePeriodSeconds: 30,
    }),
  };
  expect(change(job, defaults)).toEqual([]);
  expect(change(defaults, job)).toEqual([]);
});

test.each([
  ['completions', { completions: 3 }, 'spec.completions'],
  ['the mode', { completions: 1, completionMode: 'Indexed' }, 'spec.completionMode'],
  ['the failure policy', { podFailurePolicy: { rules: [] } }, 'spec.podFailurePolicy'],
  ['the success policy', { successPolicy: { rules: [] } }, 'spec.successPolicy'],
  ['the limit of an index', { backoffLimitPerIndex: 0 }, 'spec.backoffLimitPerIndex'],
  ['who manages it', { managedBy: 'example.com/queue' }, 'spec.managedBy'],
  ['an image', template(podSpec({}, { image: 'shop/web:2' })), 'spec.template'],
  ['a label of the template', template(podSpec(), { labels: { a: 'b' } }), 'spec.template'],
])('it may not change %s', (_, fields, path) => {
  expect(change(job, { ...job, ...fields })).toEqual([`Invalid ${path}`]);
});

test('a field whose gate is off is dropped, and so no change', () => {
  expect(change(job, { ...job, managedBy: 'example.com/queue' }, '1.30')).toEqual([]);
  expect(change(job, { ...job, managedBy: 'example.com/queue' }, '1.32')).toEqual(['Invalid spec.managedBy']);
});

test('an indexed job is resized as a whole', () => {
  const indexed = { ...job, completionMode: 'Indexed', completions: 2, parallelism: 2 };
  expect(change(indexed, { ...indexed, completions: 5, parallelism: 5 })).toEqual([]);
  expect(change(indexed, { ...indexed, completions: 5 })).toEqual(['Invalid spec.completions']);
});

describe('where the server gave it a selector', () => {
  const uid = 'a5db2f96';
  const labels = {
    app: 'x',
    'controller-uid': uid,
    'batch.kubernetes.io/controller-uid': uid,
    'job-name': 'web',
    'batch.kubernetes.io/job-name': 'web',
  };
  const selector = { matchLabels: { 'batch.kubernetes.io/controller-uid': uid } };
  const stored = { ...template(podSpec(), { labels }), selector };
  const written = template(podSpec(), { labels: { app: 'x' } });

  test('the manifest that it was made of is the same job', () => {
    expect(change(written, stored)).toEqual([]);
    expect(change(written, { ...stored, selector: { matchLabels: { app: 'x' } } })).toEqual([
      'Invalid spec.selector',
    ]);
  });

  test('an update must bring all of it', () => {
    expect(change(stored, { ...written, selector })).toEqual([
      'Invalid spec.template',
      ...Object.keys(labels)
        .filter(key => key !== 'app')
        .sort()
        .map(key => `Required spec.template.metadata.labels[${key}]`),
    ]);
    const { selector: _, ...without } = stored;
    expect(change(stored, without)).toEqual([
      'Required spec.selector',
      'Invalid spec.selector',
      'Invalid spec.template.metadata.labels',
    ]);
  });

  test('a label may not be another', () => {
    const after = { ...template(podSpec(), { labels: { ...labels, 'job-name': 'other' } }), selector };
    expect(change(stored, after)).toEqual([
      'Invalid spec.template',
      'Invalid spec.template.metadata.labels[job-name]',
    ]);
  });
});

describe('while it is suspended', () => {
  const waiting = { ...job, suspend: true };
  const nodes = (zone: string) => ({
    nodeAffinity: {
      requiredDuringSchedulingIgnoredDuringExecution: {
        nodeSelectorTerms: [{ matchExpressions: [{ key: 'zone', operator: 'In', values: [zone] }] }],
      },
    },
  });

  test('its pods may be scheduled elsewhere', () => {
    const scheduling = {
      nodeSelector: { a: 'b' },
      tolerations: [{ operator: 'Exists' }],
      affinity: nodes('a'),
    };
    const after = {
      ...waiting,
      ...template(podSpec(scheduling), { labels: { a: 'b' }, annotations: { c: 'd' } }),
    };
    for (const version of ['1.28', '1.36'] as const) {
      expect(change(waiting, after, version)).toEqual([]);
      expect(change(after, waiting, version)).toEqual([]);
      expect(change({ ...after, suspend: false }, waiting, version)).toEqual(['Invalid spec.template']);
    }
  });

  test('the affinity to pods stays', () => {
    const affinity = {
      podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: 'zone' }] },
    };
    const after = { ...waiting, ...template(podSpec({ affinity })) };
    expect(change(waiting, after, '1.35')).toEqual(['Invalid spec.template']);
    expect(change(waiting, after, '1.36')).toEqual(['Invalid spec.template.spec']);
  });

  test('its containers get other resources since 1.36, and nothing else', () => {
    const resources = { ...waiting, ...template(podSpec({}, { resources: { limits: { cpu: '2' } } })) };
    expect(change(waiting, resources, '1.35')).toEqual(['Invalid spec.template']);
    expect(change(waiting, resources, '1.36')).toEqual([]);
    const image = { ...waiting, ...template(podSpec({}, { image: 'shop/web:2' })) };
    expect(change(waiting, image, '1.36')).toEqual(['Invalid spec.template.spec']);
  });
});
