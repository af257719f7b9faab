import { podSpec, specUpdatesOf, updatesOf } from './updated';

const labels = (app: string) => ({ matchLabels: { app } });

describe.each([
  ['apps/v1', 'Deployment'],
  ['apps/v1', 'ReplicaSet'],
  ['apps/v1', 'DaemonSet'],
])('%s %s', (apiVersion, kind) => {
  const change = specUpdatesOf(apiVersion, kind);

  test('its selector may not change', () => {
    expect(change({ selector: labels('a') }, { selector: labels('b') })).toEqual(['Invalid spec.selector']);
    expect(change({ selector: labels('a') }, {})).toEqual(['Invalid spec.selector']);
    const expression = { matchExpressions: [{ key: 'app', operator: 'In', values: ['a'] }] };
    expect(change({ selector: labels('a') }, { selector: expression }, '1.28')).toEqual([
      'Invalid spec.selector',
    ]);
  });

  test('all the rest may', () => {
    const selector = labels('a');
    expect(
      change(
        { selector, template: { spec: podSpec() } },
        { selector: { ...selector, matchExpressions: [] }, minReadySeconds: 5, template: {} },
      ),
    ).toEqual([]);
  });
});

describe('a StatefulSet', () => {
  const change = specUpdatesOf('apps/v1', 'StatefulSet');
  const claim = (storage: string, fields: object = {}) => ({
    metadata: { name: 'data' },
    spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage } }, ...fields },
  });
  const set = { serviceName: 'db', selector: labels('db'), volumeClaimTemplates: [claim('1Gi')] };

  test('may change replicas, template, strategy, ordinals and retention', () => {
    const mutable = {
      replicas: 5,
      minReadySeconds: 3,
      template: { spec: podSpec() },
      ordinals: { start: 1 },
      updateStrategy: { type: 'OnDelete' },
      persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Delete' },
    };
    expect(change(set, { ...set, ...mutable }, '1.28')).toEqual([]);
  });

  test.each([
    ['serviceName', { serviceName: 'other' }],
    ['selector', { selector: labels('other') }],
    ['podManagementPolicy', { podManagementPolicy: 'Parallel' }],
    ['volumeClaimTemplates', { volumeClaimTemplates: [claim('2Gi')] }],
    ['volumeClaimTemplates', { volumeClaimTemplates: [] }],
    ['volumeClaimTemplates', { volumeClaimTemplates: [claim('1Gi', { storageClassName: '' })] }],
  ])('may not change %s', (_, fields) => {
    expect(change(set, { ...set, ...fields })).toEqual(['Forbidden spec']);
  });

  test('its claims are the same however sizes and defaults are written', () => {
    const stored = {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      ...claim('1024Mi', { volumeMode: 'Filesystem' }),
      status: { phase: 'Pending' },
    };
    expect(change(set, { ...set, volumeClaimTemplates: [stored] })).toEqual([]);
    expect(change(set, { ...set, podManagementPolicy: 'OrderedReady' })).toEqual([]);
  });

  test('keeps its history limit before 1.33', () => {
    expect(change(set, { ...set, revisionHistoryLimit: 10 }, '1.32')).toEqual([]);
    expect(change(set, { ...set, revisionHistoryLimit: 3 }, '1.32')).toEqual(['Forbidden spec']);
    expect(change(set, { ...set, revisionHistoryLimit: 3 }, '1.33')).toEqual([]);
  });
});

test('a ControllerRevision keeps its data, and may be renumbered', () => {
  const change = updatesOf('apps/v1', 'ControllerRevision');
  const data = { spec: { template: { a: [1, 2] } } };
  expect(change({ data, revision: 1 }, { data: structuredClone(data), revision: 2 })).toEqual([]);
  expect(change({ data, revision: 1 }, { data: {}, revision: 1 })).toEqual(['Invalid data']);
});

test('a CronJob may change all of its spec', () => {
  const change = specUpdatesOf('batch/v1', 'CronJob');
  const job = (image: string) => ({ spec: { template: { spec: podSpec({}, { image }) } } });
  expect(
    change(
      { schedule: '* * * * *', jobTemplate: job('a:1') },
      { schedule: '@daily', jobTemplate: job('a:2') },
    ),
  ).toEqual([]);
});
