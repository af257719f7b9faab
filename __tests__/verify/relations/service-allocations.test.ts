import { verify } from '../../../lib/verify';

const service = (name: string, namespace: string | undefined, spec: object) => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name, namespace },
  spec: { type: 'NodePort', clusterIP: '10.96.0.9', ports: [{ port: 80, nodePort: 30080 }], ...spec },
});

const messages = (namespace: string | undefined) =>
  verify([service('web', namespace, {}), service('pay', 'pay', {})]).findings.filter(({ rule }) =>
    ['node-port-twice', 'cluster-ip-twice'].includes(rule),
  );

test('the Service that asks for the same is named with its namespace', () => {
  expect(messages('shop').map(({ message }) => message)).toEqual([
    "asks for address 10.96.0.9, which Service 'web' of namespace 'shop' asks for, too",
    "asks for node port 30080, which Service 'web' of namespace 'shop' asks for, too",
  ]);
  for (const { fix } of messages('shop')) {
    expect(fix).toMatch(/; where the input is several environments, verify each of them by itself$/);
  }
});

test('one without a namespace is named alone', () => {
  expect(messages(undefined).map(({ message }) => message)).toEqual([
    "asks for address 10.96.0.9, which Service 'web' asks for, too",
    "asks for node port 30080, which Service 'web' asks for, too",
  ]);
});
