import { deployment, pod, stateOf } from './judged';

const account = (annotations: object) => ({
  apiVersion: 'v1',
  kind: 'ServiceAccount',
  metadata: { name: 'web', namespace: 'shop', annotations },
  secrets: [{ name: 'allowed' }],
});
const ENFORCING = account({ 'kubernetes.io/enforce-mountable-secrets': 'true' });
const using = (secret: string) => ({
  serviceAccountName: 'web',
  volumes: [{ name: 'v', secret: { secretName: secret } }],
  containers: [
    {
      name: 'a',
      env: [{ name: 'E', valueFrom: { secretKeyRef: { name: secret, key: 'k' } } }],
      envFrom: [{ secretRef: { name: secret } }],
    },
  ],
});

test('pods use the Secrets alone that their account lists, where it says so', () => {
  expect(stateOf([ENFORCING, pod(using('allowed'))])).toEqual([]);
  expect(stateOf([ENFORCING, pod(using('other'))])).toEqual([
    'rejected Pod spec.volumes[0].secret.secretName',
    'rejected Pod spec.containers[0].env[0].valueFrom.secretKeyRef.name',
    'rejected Pod spec.containers[0].envFrom[0].secretRef.name',
  ]);
  expect(stateOf([account({}), pod(using('other'))])).toEqual([]);
});

test('images are pulled with its pull secrets, and a workload whose pods are refused is broken', () => {
  const spec = {
    serviceAccountName: 'web',
    imagePullSecrets: [{ name: 'hub' }],
    containers: [{ name: 'a' }],
  };
  expect(stateOf([ENFORCING, deployment(spec)])).toEqual([
    'broken Deployment spec.template.spec.imagePullSecrets[0].name',
  ]);
});
