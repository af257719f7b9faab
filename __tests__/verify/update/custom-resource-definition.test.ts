import { updatesOf } from './updated';

const change = updatesOf('apiextensions.k8s.io/v1', 'CustomResourceDefinition', 'dbs.example.com');
const version = (name: string, storage: boolean) => ({ name, served: true, storage });
const definition = (fields: object = {}, status?: object) => ({
  spec: {
    group: 'example.com',
    scope: 'Namespaced',
    names: { kind: 'Db', plural: 'dbs' },
    versions: [version('v1', true)],
    ...fields,
  },
  ...(status && { status }),
});
const names = (fields: object) => ({ names: { kind: 'Db', plural: 'dbs', ...fields } });

test('short names, categories and versions may be added', () => {
  const after = {
    ...names({ shortNames: ['d'], categories: ['all'] }),
    versions: [version('v1', true), version('v2', false)],
  };
  expect(change(definition(), definition(after))).toEqual([]);
});

test.each([
  ['spec.scope', { scope: 'Cluster' }],
  ['spec.names.kind', names({ kind: 'Database' })],
  ['spec.names.plural', names({ plural: 'databases' })],
  ['spec.group', { group: 'example.org' }],
])('%s stays', (path, fields) => {
  expect(change(definition(), definition(fields))).toEqual([`Invalid ${path}`]);
});

test('scope and kind may change before the definition is established', () => {
  const refused = definition({}, { conditions: [{ type: 'Established', status: 'False' }] });
  expect(change(refused, definition({ scope: 'Cluster', ...names({ kind: 'Database' }) }))).toEqual([]);
});

test('a version in which objects may be stored stays', () => {
  const next = { versions: [version('v2', true)] };
  expect(change(definition(), definition(next))).toEqual(['Invalid status.storedVersions[0]']);
  expect(change(definition({}, { storedVersions: ['v2'] }), definition(next))).toEqual([]);
  const both = definition(
    { versions: [version('v1', true), version('v0', false)] },
    { storedVersions: ['v0', 'v1'] },
  );
  expect(change(both, definition())).toEqual(['Invalid status.storedVersions[0]']);
});

test('a stored version that the definition never had is none that an update takes out', () => {
  const odd = definition({}, { storedVersions: ['v0', 'v1'] });
  expect(change(odd, odd)).toEqual([]);
});
