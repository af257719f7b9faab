import { updated } from './updated';

const map = (metadata: object) => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata });
const change = (before: object, after: object) =>
  updated(map({ name: 'web', ...before }), map({ name: 'web', ...after }));

test('labels, annotations, owners and finalizers may change', () => {
  expect(
    change(
      { labels: { a: '1' }, finalizers: ['example.com/a'] },
      { labels: { b: '2' }, annotations: { c: '3' }, finalizers: ['example.com/b'] },
    ),
  ).toEqual([]);
});

test('another name, namespace or uid is another object', () => {
  expect(change({}, { name: 'shop' })).toEqual(['Invalid metadata.name']);
  expect(change({ namespace: 'a' }, { namespace: 'b' })).toEqual(['Invalid metadata.namespace']);
  expect(change({ uid: '1' }, { uid: '2' })).toEqual(['Invalid metadata.uid']);
});

test('what the server or the client fills in may be missing on either side', () => {
  const full = {
    namespace: 'default',
    uid: '1',
    resourceVersion: '7',
    generation: 3,
    creationTimestamp: '2024-01-31T08:00:00Z',
    managedFields: [{ manager: 'kubectl' }],
  };
  expect(change(full, {})).toEqual([]);
  expect(change({}, full)).toEqual([]);
  expect(change(full, { ...full, generation: 1, resourceVersion: '9' })).toEqual([]);
});

test('the time of creation is the server’s, however it is written', () => {
  const at = (creationTimestamp: string) => ({ creationTimestamp });
  expect(change(at('2024-01-31T08:00:00Z'), at('2024-01-31T09:00:00+01:00'))).toEqual([]);
  expect(change(at('2024-01-31T08:00:00Z'), at('2024-01-31T08:00:01Z'))).toEqual([
    'Invalid metadata.creationTimestamp',
  ]);
});

test('an update deletes nothing', () => {
  expect(change({}, { deletionTimestamp: '2024-01-31T08:00:00Z' })).toEqual([
    'Invalid metadata.deletionTimestamp',
  ]);
  expect(change({}, { deletionGracePeriodSeconds: 5 })).toEqual([
    'Invalid metadata.deletionGracePeriodSeconds',
  ]);
});

test('what is being deleted loses finalizers, and gets none', () => {
  const dying = { deletionTimestamp: '2024-01-31T08:00:00Z', deletionGracePeriodSeconds: 0 };
  const before = { ...dying, finalizers: ['example.com/a', 'example.com/b'] };
  expect(change(before, { finalizers: ['example.com/b'] })).toEqual([]);
  expect(change(before, { ...dying, finalizers: ['example.com/a', 'example.com/c'] })).toEqual([
    'Forbidden metadata.finalizers',
  ]);
});
