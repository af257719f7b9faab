import { FieldErrors } from '../../../lib/verify/api/field-errors';
import {
  effectiveName,
  type NameRule,
  nameIsDns1035Label,
  nameIsDnsLabel,
  nameIsDnsSubdomain,
  nameIsPathSegment,
  validateGenericMeta,
  validateObjectMeta,
} from '../../../lib/verify/api/metadata';
import { validateMetadataOnly } from '../../../lib/verify/api/metadata-only';
import { FieldPath } from '../../../lib/verify/field-path';
import { judged } from './workloads/judged';

const meta = (metadata: object, rule: NameRule = nameIsDnsSubdomain, kind = 'ConfigMap') =>
  judged((object, errors) => validateObjectMeta(object, rule, errors), { apiVersion: 'v1', kind, metadata });
const labels = (found: object) => meta({ name: 'a', labels: found });
const annotations = (found: object) => meta({ name: 'a', annotations: found });
const finalizers = (...found: string[]) => meta({ name: 'a', finalizers: found });
const owner = { apiVersion: 'apps/v1', kind: 'ReplicaSet', name: 'web', uid: 'u' };
const owners = (...ownerReferences: object[]) => meta({ name: 'a', ownerReferences });

test.each<[NameRule, string[], string[]]>([
  [
    nameIsDnsSubdomain,
    ['a', '1', 'a.b-c.d', 'a'.repeat(253)],
    ['', 'A', 'a_b', '-a', 'a.', 'é', 'a'.repeat(254)],
  ],
  [nameIsDnsLabel, ['a', '1-a', 'a'.repeat(63)], ['a.b', 'a-', 'a'.repeat(64)]],
  [nameIsDns1035Label, ['a', 'a-1'], ['1', '1-a', 'a.b']],
  [nameIsPathSegment, ['a', 'system:node', 'A B', 'é', '...'], ['.', '..', 'a/b', '50%']],
])('a rule for names takes %2$j and refuses the others', (rule, good, bad) => {
  expect(good.filter(name => rule(name, false).length > 0)).toEqual([]);
  expect(bad.filter(name => rule(name, false).length === 0)).toEqual([]);
});

test('a prefix may end in a hyphen', () => {
  expect(nameIsDnsSubdomain('web-', true)).toEqual([]);
  expect(nameIsDnsLabel('web-', true)).toEqual([]);
  expect(nameIsDns1035Label('web-', true)).toEqual([]);
  expect(nameIsDnsSubdomain('-', true)).not.toEqual([]);
});

test('a name is required, or a prefix to make one of', () => {
  expect(meta({})).toEqual(['Required metadata.name']);
  expect(meta({ name: '' })).toEqual(['Required metadata.name']);
  expect(meta({ generateName: 'web-' })).toEqual([]);
  expect(judged((object, errors) => validateGenericMeta(object, nameIsDnsSubdomain, errors), {})).toEqual([
    'Required metadata.name',
  ]);
});

test('a wrong prefix makes a wrong name', () => {
  expect(meta({ generateName: 'Web-' })).toEqual(['Invalid metadata.generateName', 'Invalid metadata.name']);
});

test('a generated name is cut to 63 characters', () => {
  expect(effectiveName({ generateName: 'a'.repeat(80) })).toHaveLength(63);
  expect(effectiveName({ name: 'web', generateName: 'other-' })).toBe('web');
});

test('the namespace is a DNS label, and that of an object of the cluster does not matter', () => {
  expect(meta({ name: 'a', namespace: 'shop' })).toEqual([]);
  expect(meta({ name: 'a', namespace: '' })).toEqual([]);
  expect(meta({ name: 'a', namespace: 'a.b' })).toEqual(['Invalid metadata.namespace']);
  expect(meta({ name: 'a', namespace: 'a.b' }, nameIsDnsSubdomain, 'Node')).toEqual([]);
});

test('labels have qualified names and short values', () => {
  expect(labels({ app: 'web', 'example.com/tier': '', 'a.b/C_d.e': 'F_g.h-1' })).toEqual([]);
  expect(labels({ 'a/b/c': 'x' })).toEqual(['Invalid metadata.labels']);
  expect(labels({ '/a': 'x' })).toEqual(['Invalid metadata.labels']);
  expect(labels({ 'Example.com/a': 'x' })).toEqual(['Invalid metadata.labels']);
  expect(labels({ a: 'x'.repeat(64) })).toEqual(['Invalid metadata.labels']);
  expect(labels({ a: '-x' })).toEqual(['Invalid metadata.labels']);
});

test('annotations have qualified names in any case, and 256 KiB in all', () => {
  expect(annotations({ 'Example.com/A': 'any text, of any length\n' })).toEqual([]);
  expect(annotations({ 'a b': '' })).toEqual(['Invalid metadata.annotations']);
  expect(annotations({ a: 'x'.repeat(256 * 1024 - 1) })).toEqual([]);
  expect(annotations({ a: 'x'.repeat(256 * 1024) })).toEqual(['TooLong metadata.annotations']);
  expect(annotations({ a: 'é'.repeat(128 * 1024) })).toEqual(['TooLong metadata.annotations']);
});

test('finalizers have a domain, or are those that Kubernetes knows', () => {
  expect(finalizers('example.com/cleanup', 'kubernetes', 'foregroundDeletion')).toEqual([]);
  expect(finalizers('cleanup')).toEqual(['Invalid metadata.finalizers[0]']);
  expect(finalizers('kubernetes', 'A B')).toEqual([
    'Invalid metadata.finalizers',
    'Invalid metadata.finalizers[1]',
  ]);
  expect(finalizers('orphan', 'foregroundDeletion')).toEqual(['Invalid metadata.finalizers']);
});

test('custom resources take finalizers without a domain', () => {
  const object = { apiVersion: 'a.example/v1', kind: 'A', metadata: { name: 'a', finalizers: ['cleanup'] } };
  expect(judged(validateMetadataOnly, object)).toEqual([]);
});

test('owners are named in full, at paths without an index', () => {
  expect(owners(owner)).toEqual([]);
  expect(owners({ ...owner, apiVersion: 'v1' })).toEqual([]);
  expect(owners({})).toEqual([
    'Invalid metadata.ownerReferences.apiVersion',
    'Invalid metadata.ownerReferences.kind',
    'Invalid metadata.ownerReferences.name',
    'Invalid metadata.ownerReferences.uid',
  ]);
  expect(owners({ ...owner, apiVersion: 'a/b/c' })).toEqual(['Invalid metadata.ownerReferences.apiVersion']);
  expect(owners({ ...owner, apiVersion: 'v1', kind: 'Event' })).toEqual(['Invalid metadata.ownerReferences']);
});

test('one owner controls an object; the same one twice counts once', () => {
  const controller = { ...owner, controller: true };
  expect(owners(controller, controller)).toEqual([]);
  expect(owners(controller, { ...controller, uid: 'v' })).toEqual(['Invalid metadata.ownerReferences']);
});

test('metadata may stand elsewhere', () => {
  const errors = new FieldErrors('1.28');
  const path = FieldPath.of('spec', 'template', 'metadata');
  validateObjectMeta({ metadata: { name: 'A' } }, nameIsDnsSubdomain, errors, path);
  expect(errors.all.map(error => error.path)).toEqual(['spec.template.metadata.name']);
});

test.each([
  ['example.com/v1', 'Thing', 'a.b', 'A'],
  ['v1', 'Node', 'a.b', 'A'],
  ['v1', 'Event', 'A', 'a/b'],
])('a %s %s may be called %s, not %s', (apiVersion, kind, good, bad) => {
  const named = (name: string) => judged(validateMetadataOnly, { apiVersion, kind, metadata: { name } });
  expect(named(good)).toEqual([]);
  expect(named(bad)).toEqual(['Invalid metadata.name']);
});

test('what the server answers and never stores needs no name', () => {
  const review = { apiVersion: 'authorization.k8s.io/v1', kind: 'SelfSubjectAccessReview', spec: {} };
  expect(judged(validateMetadataOnly, review)).toEqual([]);
});
