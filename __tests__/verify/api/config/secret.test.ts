import { validateSecret } from '../../../../lib/verify/api/config/secret';
import { FieldErrors } from '../../../../lib/verify/api/field-errors';
import { judged } from '../workloads/judged';

const base64 = (text: string) => Buffer.from(text).toString('base64');
const secret = (fields: object) =>
  judged(validateSecret, { apiVersion: 'v1', kind: 'Secret', metadata: { name: 's' }, ...fields });
const typed = (type: string, data: Record<string, string>) =>
  secret({ type, data: Object.fromEntries(Object.entries(data).map(([k, v]) => [k, base64(v)])) });

test.each([
  ['', {}],
  ['Opaque', { any: 'text' }],
  ['example.com/own', {}],
  ['kubernetes.io/dockercfg', { '.dockercfg': '{}' }],
  ['kubernetes.io/dockerconfigjson', { '.dockerconfigjson': '{"auths":{}}' }],
  ['kubernetes.io/basic-auth', { username: '' }],
  ['kubernetes.io/basic-auth', { password: 'p' }],
  ['kubernetes.io/ssh-auth', { 'ssh-privatekey': 'k' }],
  ['kubernetes.io/tls', { 'tls.crt': '', 'tls.key': '' }],
])('type %s takes %j', (type, data) => {
  expect(typed(type, data)).toEqual([]);
});

test.each([
  ['kubernetes.io/dockercfg', {}, ['Required data[.dockercfg]']],
  ['kubernetes.io/dockercfg', { '.dockercfg': 'x' }, ['Invalid data[.dockercfg]']],
  ['kubernetes.io/dockerconfigjson', { '.dockercfg': '{}' }, ['Required data[.dockerconfigjson]']],
  ['kubernetes.io/dockerconfigjson', { '.dockerconfigjson': '[]' }, ['Invalid data[.dockerconfigjson]']],
  ['kubernetes.io/basic-auth', {}, ['Required data[username]', 'Required data[password]']],
  ['kubernetes.io/ssh-auth', { 'ssh-privatekey': '' }, ['Required data[ssh-privatekey]']],
  ['kubernetes.io/tls', { 'tls.crt': 'c' }, ['Required data[tls.key]']],
  ['kubernetes.io/tls', {}, ['Required data[tls.crt]', 'Required data[tls.key]']],
])('type %s refuses %j', (type, data, expected) => {
  expect(typed(type, data)).toEqual(expected);
});

test('a token belongs to a ServiceAccount, named in an annotation', () => {
  const type = 'kubernetes.io/service-account-token';
  const annotations = { 'kubernetes.io/service-account.name': 'web' };
  expect(secret({ type })).toEqual(['Required metadata.annotations[kubernetes.io/service-account.name]']);
  expect(secret({ type, metadata: { name: 's', annotations } })).toEqual([]);
});

test('stringData counts as data, and wins over it', () => {
  const type = 'kubernetes.io/dockerconfigjson';
  const key = '.dockerconfigjson';
  expect(secret({ type, stringData: { [key]: '{}' } })).toEqual([]);
  expect(secret({ type, data: { [key]: base64('{}') }, stringData: { [key]: 'x' } })).toEqual([
    `Invalid data[${key}]`,
  ]);
});

test('keys are names of files', () => {
  expect(secret({ data: { 'a.b-c_D': '' } })).toEqual([]);
  expect(secret({ data: { 'a b': '' } })).toEqual(['Invalid data[a b]']);
  expect(secret({ stringData: { '..a': '' } })).toEqual(['Invalid data[..a]']);
});

test('the plain values are 1 MiB in all', () => {
  const half = base64('x'.repeat(512 * 1024));
  expect(secret({ data: { a: half, b: half } })).toEqual([]);
  expect(secret({ data: { a: half, b: half }, stringData: { c: 'x' } })).toEqual(['TooLong data']);
  expect(secret({ data: { a: half, b: half }, stringData: { b: '' } })).toEqual([]);
});

test('no finding shows a value', () => {
  const errors = new FieldErrors('1.28');
  validateSecret(
    {
      metadata: { name: 's' },
      type: 'kubernetes.io/dockercfg',
      data: { 'a b': base64('canary') },
      stringData: { '.dockercfg': 'canary' },
    },
    errors,
  );
  expect(errors.all).toHaveLength(2);
  expect(JSON.stringify(errors.all)).not.toMatch(/canary|Y2FuYXJ5/);
});
