import { verify } from '../../lib/verify/verify';
import { pod } from './schema/decoded';

function said(...manifests: readonly unknown[]): string[] {
  return verify(manifests).findings.map(({ object, path, rule }) => `${object.kind} ${rule} ${path}`.trim());
}

/** A manifest under another name. */
function named<T extends object>(name: string, manifest: T): T {
  return { ...manifest, metadata: { name } };
}

test('each item of a List is judged, and the path says which', () => {
  const list = {
    apiVersion: 'v1',
    kind: 'List',
    metadata: {},
    items: [pod(), named('second', pod({ colour: 1 }))],
  };
  expect(said(list)).toEqual(['Pod unknown-field items[1].spec.containers[0].colour']);
  expect(verify([list]).summary.objects).toBe(2);
});

test('items of a list of one kind need not say the kind', () => {
  const items = [{ metadata: { name: 'c' }, data: { a: 1 } }];
  expect(said({ apiVersion: 'v1', kind: 'ConfigMapList', items })).toEqual([
    'ConfigMap wrong-type items[0].data[a]',
  ]);
});

test('items of a List must say the kind', () => {
  expect(said({ apiVersion: 'v1', kind: 'List', items: [{ metadata: { name: 'c' } }] })).toEqual(
    ['missing-kind items[0].apiVersion', 'missing-kind items[0].kind'].map(text => ` ${text}`.trim()),
  );
});

test('lists may hold lists', () => {
  const inner = { apiVersion: 'v1', kind: 'List', items: [named('second', pod({ colour: 1 }))] };
  expect(said({ apiVersion: 'v1', kind: 'List', items: [pod(), inner] })).toEqual([
    'Pod unknown-field items[1].items[0].spec.containers[0].colour',
  ]);
});

test('an empty list is nothing', () => {
  expect(said({ apiVersion: 'v1', kind: 'List' }, { apiVersion: 'v1', kind: 'List', items: null })).toEqual(
    [],
  );
});

test('items are objects in a list', () => {
  expect(said({ apiVersion: 'v1', kind: 'List', items: {} })).toEqual(['List wrong-type items']);
  expect(said({ apiVersion: 'v1', kind: 'List', items: [5, null] })).toEqual([
    'not-an-object items[0]',
    'not-an-object items[1]',
  ]);
});

test('a custom resource may be called a list', () => {
  const manifest = { apiVersion: 'sea.example/v1', kind: 'AllowList', metadata: { name: 'a' }, spec: {} };
  expect(verify([manifest]).summary.notVerified).toHaveLength(1);
});

test('a list that holds itself has an end', () => {
  const list: { items: unknown[] } & object = { apiVersion: 'v1', kind: 'List', items: [] } as never;
  list.items.push(list, list, list, list);
  expect(said(list).some(text => text.includes('too-'))).toBe(true);
});
