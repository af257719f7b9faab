import { validateApiService } from '../../../../lib/verify/api/config/api-service';
import { validateControllerRevision } from '../../../../lib/verify/api/config/controller-revision';
import { validateNode } from '../../../../lib/verify/api/config/node';
import { judged } from '../workloads/judged';

const metadata = { name: 'a' };
const node = (spec: object, status: object = {}) => judged(validateNode, { metadata, spec, status });
const taint = { key: 'example.com/a', value: 'b', effect: 'NoSchedule' };
const spec = {
  group: 'metrics.k8s.io',
  version: 'v1beta1',
  groupPriorityMinimum: 100,
  versionPriority: 100,
  insecureSkipTLSVerify: true,
  service: { name: 'metrics-server', namespace: 'kube-system' },
};
const api = (fields: object, name = 'v1beta1.metrics.k8s.io') =>
  judged(validateApiService, { metadata: { name }, spec: { ...spec, ...fields } });

test('taints have a key, a value and an effect, below the metadata', () => {
  expect(node({ taints: [taint, { ...taint, effect: 'NoExecute' }] })).toEqual([]);
  expect(node({ taints: [{ ...taint, key: '-', value: '-' }] })).toEqual([
    'Invalid metadata.taints[0].key',
    'Invalid metadata.taints[0].value',
  ]);
  expect(node({ taints: [{ key: 'a' }] })).toEqual(['Required metadata.taints[0].effect']);
  expect(node({ taints: [{ key: 'a', effect: 'Never' }] })).toEqual([
    'NotSupported metadata.taints[0].effect',
  ]);
  expect(node({ taints: [taint, { ...taint, value: 'c' }] })).toEqual(['Duplicate metadata.taints[1]']);
});

test('a node has a network of each family at most', () => {
  expect(node({ podCIDR: '10.0.0.0/24', podCIDRs: ['10.0.0.0/24', '2001:db8::/64'] })).toEqual([]);
  expect(node({ podCIDR: '10.0.0.0' })).toEqual(['Invalid spec.podCIDRs[0]']);
  expect(node({ podCIDRs: ['10.0.0.0/24', '10.0.1.0/24'] })).toEqual(['Invalid spec.podCIDRs']);
  expect(node({ podCIDRs: ['10.0.0.0/24', '2001:db8::/64', '10.0.1.0/24'] })).toEqual([
    'Invalid spec.podCIDRs',
  ]);
});

test('what a node has is not negative', () => {
  expect(node({}, { capacity: { cpu: '4' }, allocatable: { pods: '110' } })).toEqual([]);
  expect(node({}, { capacity: { cpu: '-4' } })).toEqual(['Invalid status.capacity[cpu]']);
});

test('an APIService is called by version and group', () => {
  expect(api({})).toEqual([]);
  expect(api({}, 'metrics')).toEqual(['Invalid metadata.name']);
  expect(api({ group: '', version: 'v1', service: undefined, insecureSkipTLSVerify: false }, 'v1.')).toEqual(
    [],
  );
  expect(api({ group: '' }, 'v1beta1.')).toEqual(['Required spec.group']);
});

test('an APIService has its place among others', () => {
  expect(api({ groupPriorityMinimum: 0 })).toEqual(['Invalid spec.groupPriorityMinimum']);
  expect(api({ groupPriorityMinimum: 20_001 })).toEqual(['Invalid spec.groupPriorityMinimum']);
  expect(api({ versionPriority: 1001 })).toEqual(['Invalid spec.versionPriority']);
});

test('an API behind a service has a certificate that is checked, or says that it is not', () => {
  expect(api({ caBundle: 'eA==' })).toEqual(['Invalid spec.insecureSkipTLSVerify']);
  expect(api({ caBundle: 'eA==', service: undefined })).toEqual([
    'Invalid spec.caBundle',
    'Invalid spec.insecureSkipTLSVerify',
  ]);
  expect(api({ service: { port: 0 } })).toEqual([
    'Required spec.service.namespace',
    'Required spec.service.name',
    'Invalid spec.service.port',
  ]);
});

test('a ControllerRevision has data and a revision', () => {
  const revision = (fields: object, version: '1.35' | '1.36' = '1.35') =>
    judged(validateControllerRevision, { metadata, ...fields }, version);
  expect(revision({ data: {}, revision: 1 })).toEqual([]);
  expect(revision({ revision: 1 })).toEqual(['Required data']);
  expect(revision({ data: {}, revision: -1 })).toEqual(['Invalid revision']);
  expect(revision({ data: 'text', revision: 1 })).toEqual([]);
  expect(revision({ data: 'text', revision: 1 }, '1.36')).toEqual(['Required data']);
});
