import type { KubernetesVersion } from '../../../../lib/kubernetes/kubernetes-version';
import { validateIngress } from '../../../../lib/verify/api/network/ingress';
import { judged } from './judged';

const BACKEND = { service: { name: 'web', port: { number: 80 } } };

const spec = (fields: object, version?: KubernetesVersion) =>
  judged(validateIngress, { spec: { defaultBackend: BACKEND, ...fields } }, version);

const path = (fields: object) =>
  judged(validateIngress, {
    spec: { rules: [{ http: { paths: [{ path: '/', pathType: 'Prefix', backend: BACKEND, ...fields }] } }] },
  }).map(error => error.replace('spec.rules[0].http.paths[0].', ''));

const backend = (fields: object, version?: KubernetesVersion) =>
  spec({ defaultBackend: fields }, version).map(error => error.replace('spec.defaultBackend', 'backend'));

test('an Ingress has a default backend or rules', () => {
  expect(judged(validateIngress, {})).toEqual(['Invalid spec']);
  expect(judged(validateIngress, { spec: { rules: [] } })).toEqual(['Invalid spec']);
  expect(judged(validateIngress, { spec: { rules: [{}] } })).toEqual([]);
});

test.each<[string, string[]]>([
  ['shop.example', []],
  ['*.shop.example', []],
  ['10.0.0.1', ['Invalid spec.rules[0].host']],
  ['shop.example:80', ['Invalid spec.rules[0].host']],
  ['*', ['Invalid spec.rules[0].host']],
  ['a.*.example', ['Invalid spec.rules[0].host']],
  ['*.*.example', ['Invalid spec.rules[0].host']],
])('the host %s', (host, errors) => expect(spec({ rules: [{ host }] })).toEqual(errors));

test('rules of HTTP have paths', () => {
  expect(spec({ rules: [{ http: {} }] })).toEqual(['Required spec.rules[0].http.paths']);
});

describe('a path', () => {
  it('has a type; without one nothing else is judged', () => {
    expect(path({ pathType: undefined, path: 'x', backend: {} })).toEqual(['Required pathType']);
    expect(path({ pathType: 'Regex' })).toEqual(['NotSupported pathType']);
  });

  test.each<[string, string, number]>([
    ['Prefix', '/a', 0],
    ['Exact', '/a/', 0],
    ['ImplementationSpecific', '', 0],
    ['ImplementationSpecific', '/a//b/..', 0],
    ['ImplementationSpecific', 'a', 1],
    ['Prefix', '', 1],
    ['Exact', 'a', 1],
    ['Prefix', '/a//b', 1],
    ['Prefix', '/a/./b', 1],
    ['Prefix', '/a/..', 1],
    ['Exact', '/a%2Fb', 1],
    ['Prefix', '//%2f/.', 3],
  ])('of type %s: %j', (pathType, value, count) => {
    expect(path({ pathType, path: value })).toEqual(new Array(count).fill('Invalid path'));
  });

  it('leads to a backend', () => expect(path({ backend: undefined })).toEqual(['Invalid backend']));
});

describe('a backend', () => {
  const resource = { apiGroup: 'example.com', kind: 'Bucket', name: 'media' };

  it('is a Service or another object', () => {
    expect(backend({ resource })).toEqual([]);
    expect(backend({})).toEqual(['Invalid backend']);
    expect(backend({ ...BACKEND, resource })).toEqual(['Invalid backend']);
    expect(backend({ resource: { apiGroup: '', name: 'a/b' } })).toEqual([
      'Invalid backend.resource.apiGroup',
      'Required backend.resource.kind',
      'Invalid backend.resource.name',
    ]);
  });

  test.each<[object, string]>([
    [{ port: { number: 80 } }, 'Required backend.service.name'],
    [{ name: 'Web', port: { number: 80 } }, 'Invalid backend.service.name'],
    [{ name: 'web' }, 'Required backend'],
    [{ name: 'web', port: { number: 80, name: 'http' } }, 'Invalid backend'],
    [{ name: 'web', port: { number: 70000 } }, 'Invalid backend.service.port.number'],
    [{ name: 'web', port: { name: '80' } }, 'Invalid backend.service.port.name'],
  ])('%j is refused', (service, error) => expect(backend({ service })).toEqual([error]));

  it('may be a Service whose name begins with a digit, since 1.36', () => {
    const service = { name: '1web', port: { number: 80 } };
    expect(backend({ service }, '1.35')).toEqual(['Invalid backend.service.name']);
    expect(backend({ service }, '1.36')).toEqual([]);
  });
});

test('TLS', () => {
  expect(spec({ tls: [{}, { hosts: ['*.shop.example', 'shop.example'], secretName: 'tls' }] })).toEqual([]);
  expect(spec({ tls: [{ hosts: ['a', 'A', '*'], secretName: 'a_b' }] })).toEqual([
    'Invalid spec.tls[0].hosts[1]',
    'Invalid spec.tls[0].hosts[2]',
    'Invalid spec.tls[0].secretName',
  ]);
});

test('a class stands in the field, and the annotation does not contradict', () => {
  expect(spec({ ingressClassName: 'A' })).toEqual(['Invalid spec.ingressClassName']);
  const annotated = (ingressClassName: string) =>
    judged(validateIngress, {
      metadata: { name: 'web', annotations: { 'kubernetes.io/ingress.class': 'nginx' } },
      spec: { defaultBackend: BACKEND, ingressClassName },
    });
  expect(annotated('nginx')).toEqual([]);
  expect(annotated('traefik')).toEqual(['Invalid annotations.kubernetes.io/ingress.class']);
});
