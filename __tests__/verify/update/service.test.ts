import { verify } from '../../../lib/verify';
import { specUpdatesOf } from './updated';

const change = specUpdatesOf('v1', 'Service');
const ports = [{ port: 80 }];
const service = { ports, clusterIP: '10.0.0.1', clusterIPs: ['10.0.0.1'], ipFamilies: ['IPv4'] };
const dual = {
  ...service,
  clusterIPs: ['10.0.0.1', 'fd00::1'],
  ipFamilies: ['IPv4', 'IPv6'],
  ipFamilyPolicy: 'PreferDualStack',
};
const headless = { ports, clusterIP: 'None', clusterIPs: ['None'], ipFamilies: ['IPv4'] };

test('ports, selector, affinity and type may change', () => {
  const after = {
    ports: [{ port: 81 }],
    selector: { a: 'b' },
    sessionAffinity: 'ClientIP',
    type: 'NodePort',
  };
  expect(change(service, after)).toEqual([]);
});

test('what the server allocates may be left out', () => {
  expect(change(service, { ports })).toEqual([]);
  expect(change(dual, { ports })).toEqual([]);
  expect(change(headless, { ports })).toEqual([]);
  expect(change({ ports }, service)).toEqual([]);
});

test.each([
  ['another address', { ...service, clusterIP: '10.0.0.2' }],
  ['another address in both fields', { ...service, clusterIP: '10.0.0.2', clusterIPs: ['10.0.0.2'] }],
  ['none', { ports, clusterIP: 'None' }],
])('a Service does not get %s', (_, after) => {
  expect(change(service, after)).toEqual(['Invalid spec.clusterIPs[0]']);
});

test('a headless Service does not get an address, nor one that says none become headless', () => {
  expect(change({ ports, clusterIP: 'None' }, service)).toEqual(['Invalid spec.clusterIPs[0]']);
  expect(change({ ports }, { ports, clusterIP: 'None' })).toEqual(['Invalid spec.clusterIPs[0]']);
  expect(change({ ports, type: 'ExternalName' }, { ports, clusterIP: 'None' })).toEqual([]);
});

test('an address in one field and not in the other is refused', () => {
  expect(change(service, { ports, clusterIPs: ['10.0.0.2'], ipFamilies: ['IPv4'] })).toEqual([
    'Invalid spec.clusterIPs',
  ]);
});

test('a second family may come, and go with its policy', () => {
  const single = { ...service, ipFamilyPolicy: 'SingleStack' };
  expect(change(single, { ports, ipFamilyPolicy: 'PreferDualStack' })).toEqual([]);
  expect(change(single, dual)).toEqual([]);
  expect(change(dual, single)).toEqual([]);
  expect(change(dual, { ports, ipFamilyPolicy: 'SingleStack' })).toEqual([]);
  expect(change(dual, { ...dual, ipFamilyPolicy: 'SingleStack' })).toEqual([]);
  expect(change(dual, service)).toEqual(['Invalid spec.ipFamilyPolicy', 'Invalid spec.ipFamilyPolicy']);
  expect(change(single, { ...dual, ipFamilyPolicy: undefined })).toEqual(['Invalid spec.ipFamilyPolicy']);
});

test('the first family stays', () => {
  const after = { ...dual, clusterIP: 'fd00::1', clusterIPs: ['fd00::1'], ipFamilies: ['IPv6'] };
  expect(change(dual, { ...after, ipFamilyPolicy: 'SingleStack' })).toEqual([
    'Invalid spec.clusterIPs[0]',
    'Invalid spec.ipFamilies[0]',
  ]);
  expect(change(service, { ports, ipFamilies: ['IPv6'] })).toEqual(['Invalid spec.clusterIPs[0]']);
});

describe('of a load balancer', () => {
  const balanced = (fields: object) => ({ ...service, type: 'LoadBalancer', ...fields });

  test('the class stays while the type does', () => {
    const classed = balanced({ loadBalancerClass: 'a.example/b' });
    expect(change(classed, balanced({}))).toEqual(['Invalid spec.loadBalancerClass']);
    expect(change(balanced({}), classed)).toEqual(['Invalid spec.loadBalancerClass']);
    expect(change(service, classed)).toEqual([]);
  });

  test('the port of its health check stays, and may be left out', () => {
    const local = (healthCheckNodePort?: number) =>
      balanced({ externalTrafficPolicy: 'Local', healthCheckNodePort });
    expect(change(local(30000), local(30001))).toEqual(['Forbidden spec.healthCheckNodePort']);
    expect(change(local(30000), local())).toEqual([]);
    expect(change(local(), local(30001))).toEqual([]);
    expect(change(balanced({ externalTrafficPolicy: 'Cluster' }), local(30001))).toEqual([]);
  });
});

describe('what is left over from another type', () => {
  const balanced = {
    ...service,
    type: 'LoadBalancer',
    ports: [{ port: 80, nodePort: 30080 }],
    externalTrafficPolicy: 'Local',
    healthCheckNodePort: 30000,
    allocateLoadBalancerNodePorts: true,
    loadBalancerClass: 'a.example/b',
  };
  const verdict = (before: object, after: object) => [
    ...change(before, after),
    ...verify(
      [{ apiVersion: 'v1', kind: 'Service', metadata: { name: 'web', namespace: 'shop' }, spec: after }],
      { kubernetesVersion: '1.36' },
    )
      .findings.filter(({ level }) => level === 'rejected')
      .map(({ path }) => path),
  ];

  test('is dropped where it is as it was', () => {
    expect(verdict(balanced, { ...balanced, type: 'ClusterIP' })).toEqual([]);
    expect(verdict(balanced, { ...balanced, externalTrafficPolicy: 'Cluster' })).toEqual([]);
    expect(verdict(dual, { ...dual, type: 'ExternalName', externalName: 'a.example' })).toEqual([]);
    expect(verdict(dual, { ...dual, ipFamilyPolicy: 'SingleStack' })).toEqual([]);
    expect(verdict(service, { ...service, clusterIP: undefined })).toEqual([]);
  });

  test('is refused where the update changes it', () => {
    const after = {
      ...balanced,
      type: 'ClusterIP',
      ports: [{ port: 80, nodePort: 30081 }],
      externalTrafficPolicy: 'Cluster',
      healthCheckNodePort: 30001,
      allocateLoadBalancerNodePorts: false,
      loadBalancerClass: 'a.example/c',
    };
    expect(change(balanced, after)).toEqual([
      'Forbidden spec.allocateLoadBalancerNodePorts',
      'Invalid spec.externalTrafficPolicy',
      'Invalid spec.healthCheckNodePort',
      'Forbidden spec.loadBalancerClass',
      'Forbidden spec.ports[0].nodePort',
    ]);
    expect(change(service, { ...service, ports: [{ port: 80, nodePort: 30080 }] })).toEqual([
      'Forbidden spec.ports[0].nodePort',
    ]);
    const named = { ...service, type: 'ExternalName', externalName: 'a.example' };
    expect(change(dual, named)).toEqual(['Forbidden spec.clusterIPs', 'Forbidden spec.ipFamilies']);
  });
});
