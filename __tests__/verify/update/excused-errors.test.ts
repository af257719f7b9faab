import { verify, verifyUpdate, withoutExcused } from '../../../lib/verify';
import { podSpec } from './updated';

/** What is left of what `verify` says of the new object, and what the update rules say. */
function judged(before: object, after: object): string[] {
  const { findings, excused } = verifyUpdate(before, after);
  const rest = withoutExcused(verify([after]).findings, excused);
  return [...rest, ...findings]
    .filter(({ level }) => level === 'rejected')
    .map(({ errorType = '', path }) => `${errorType.replace('FieldValue', '')} ${path}`);
}

const rejected = (object: object) =>
  verify([object]).findings.filter(({ level }) => level === 'rejected').length > 0;

test('the server keeps the finalizers of a Namespace', () => {
  const namespace = (spec?: object, labels: object = {}) => ({
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: 'shop', labels },
    ...(spec && { spec }),
  });
  const stored = namespace({ finalizers: ['kubernetes'] });
  for (const finalizers of [[], ['kubernetesx'], ['a b'], ['kubernetes', 'b']]) {
    expect(judged(stored, namespace({ finalizers }))).toEqual([]);
  }
  expect(judged(stored, namespace())).toEqual([]);
  expect(rejected(namespace({ finalizers: ['kubernetesx'] }))).toBe(true);
  const level = 'pod-security.kubernetes.io/enforce';
  expect(judged(stored, namespace({ finalizers: ['b'] }, { [level]: 'x' }))).toEqual([
    `Invalid metadata.labels[${level}]`,
  ]);
});

test('a pod keeps the containers that were added to it', () => {
  const debug = { name: 'debug', image: 'busybox:1' };
  const pod = (...ephemeralContainers: object[]) => ({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'web', namespace: 'shop' },
    spec: podSpec({ ephemeralContainers }),
  });
  expect(rejected(pod(debug))).toBe(true);
  expect(judged(pod(debug), pod(debug))).toEqual([]);
  expect(judged(pod(debug), pod())).toEqual(['Forbidden spec']);
  expect(judged(pod(debug), pod({ ...debug, image: 'busybox:2' }))).toEqual(['Forbidden spec']);
  expect(judged(pod(debug), pod({ ...debug, name: 'A' }))).toEqual([
    'Invalid spec.ephemeralContainers[0].name',
    'Forbidden spec',
  ]);
  expect(judged(pod(), pod(debug))).toEqual(['Forbidden spec.ephemeralContainers', 'Forbidden spec']);
});

test('a headless Service stays one where the update names no address', () => {
  const service = (spec?: object) => ({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'db', namespace: 'shop' },
    ...(spec && { spec }),
  });
  const stored = service({ clusterIP: 'None', clusterIPs: ['None'], ports: [{ port: 80 }] });
  expect(judged(stored, service())).toEqual([]);
  expect(judged(stored, service({ clusterIP: '' }))).toEqual([]);
  expect(judged(service({ clusterIP: '10.0.0.1', ports: [{ port: 80 }] }), service())).toEqual([
    'Required spec.ports',
  ]);
  const ports = [{ port: 80 }];
  expect(judged(stored, service({ type: 'NodePort', ports }))).toEqual(['Invalid spec.clusterIPs[0]']);
  expect(judged(stored, service({ type: 'NodePort', ports, clusterIP: 'None' }))).toEqual([
    'Invalid spec.clusterIPs[0]',
  ]);
});

test('a CertificateSigningRequest stays as it was asked', () => {
  const request = (spec: object, name = 'jane') => ({
    apiVersion: 'certificates.k8s.io/v1',
    kind: 'CertificateSigningRequest',
    metadata: { name },
    spec: { request: 'eA==', signerName: 'x', usages: ['none'], ...spec },
  });
  expect(rejected(request({}))).toBe(true);
  expect(judged(request({}), request({ expirationSeconds: 1 }))).toEqual([]);
  expect(judged(request({}), request({}, 'a/b'))).toContain('Invalid metadata.name');
});

test('nothing is excused of other kinds', () => {
  const service = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'A_' } };
  expect(verifyUpdate(service, service).excused).toEqual([]);
  expect(withoutExcused(verify([service]).findings, [])).toHaveLength(1);
});
