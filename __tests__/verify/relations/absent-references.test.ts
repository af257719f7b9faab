import { verify } from '../../../lib/verify';

const pod = (namespace?: string) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'web', namespace },
  spec: {
    containers: [{ name: 'web', image: 'shop/web:1.0.0', envFrom: [{ configMapRef: { name: 'web' } }] }],
  },
});
const map = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'web', namespace: 'pay' } };
const messages = (...manifests: object[]) =>
  verify(manifests)
    .findings.filter(({ rule }) => rule === 'absent-config-map')
    .map(({ message }) => message);

test('an absent object is named, and where another namespace has one', () => {
  expect(messages(pod('shop'))).toEqual(["names ConfigMap 'web', which is not among the manifests"]);
  expect(messages(pod('shop'), map)).toEqual([
    "names ConfigMap 'web', which is not among the manifests of namespace 'shop': it is in 'pay'",
  ]);
});

test('pods that go where they are applied find it anywhere', () => {
  expect(messages(pod(), map)).toEqual([]);
});
