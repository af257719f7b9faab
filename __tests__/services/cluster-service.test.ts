import { Ingress, IngressBackend, ServiceType } from 'cdk8s-plus-28';
import { ClusterService } from '../../lib/services/cluster-service';
import { HeadlessService } from '../../lib/services/headless-service';
import { manifestOf, testChart } from '../render';

test('nothing is emitted that was not asked for', () => {
  const chart = testChart();
  new ClusterService(chart, 'web', { ports: [{ number: 80 }], pods: { app: 'web' } });
  expect(manifestOf(chart, 'Service')).toEqual({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'web', namespace: 'shop' },
    spec: { ports: [{ port: 80 }], selector: { app: 'web' } },
  });
});

test('what was asked for is emitted', () => {
  const chart = testChart();
  new ClusterService(chart, 'id', {
    name: 'web',
    namespace: 'front',
    labels: { tier: 'front' },
    annotations: { note: '1' },
    ports: [
      { name: 'http', number: 80, targetPort: 'http', protocol: 'TCP', appProtocol: 'kubernetes.io/h2c' },
      { name: 'dns', number: 53, targetPort: 5353, protocol: 'UDP' },
    ],
    sessionAffinity: 'ClientIP',
    internalTrafficPolicy: 'Local',
    ipFamilyPolicy: 'PreferDualStack',
    ipFamilies: ['IPv6', 'IPv4'],
  });
  expect(manifestOf(chart, 'Service')).toMatchObject({
    metadata: { name: 'web', namespace: 'front', labels: { tier: 'front' }, annotations: { note: '1' } },
    spec: {
      ports: [
        { name: 'http', port: 80, targetPort: 'http', protocol: 'TCP', appProtocol: 'kubernetes.io/h2c' },
        { name: 'dns', port: 53, targetPort: 5353, protocol: 'UDP' },
      ],
      sessionAffinity: 'ClientIP',
      internalTrafficPolicy: 'Local',
      ipFamilyPolicy: 'PreferDualStack',
      ipFamilies: ['IPv6', 'IPv4'],
    },
  });
});

test('a cdk8s-plus Ingress leads to it', () => {
  const chart = testChart();
  const web = new ClusterService(chart, 'web', { ports: [{ name: 'http', number: 80, targetPort: 'http' }] });
  new Ingress(chart, 'ingress').addRule('/', IngressBackend.fromService(web));
  const [rule] = manifestOf(chart, 'Ingress').spec.rules;
  expect(rule.http.paths[0].backend).toEqual({ service: { name: 'web', port: { number: 80 } } });
});

test('a cdk8s-plus Ingress picks one of several ports', () => {
  const chart = testChart();
  const web = new ClusterService(chart, 'web', {
    ports: [
      { name: 'http', number: 80 },
      { name: 'admin', number: 8081 },
    ],
  });
  new Ingress(chart, 'ingress').addRule('/', IngressBackend.fromService(web, { port: 8081 }));
  const [rule] = manifestOf(chart, 'Ingress').spec.rules;
  expect(rule.http.paths[0].backend.service.port).toEqual({ number: 8081 });
});

test('cdk8s-plus reads what kind of Service it is', () => {
  const chart = testChart();
  expect(new ClusterService(chart, 'web', { ports: [{ number: 80 }] }).type).toBe(ServiceType.CLUSTER_IP);
  expect(new HeadlessService(chart, 'db').clusterIP).toBe('None');
});

test('a Service without ports is refused: the API server takes none that is not headless', () => {
  expect(() => new ClusterService(testChart(), 'web', { ports: [] })).toThrow(/ports must hold at least one/);
});

test.each(['Web', 'web_1', '1web', 'a'.repeat(64), ''])(
  'upper-case names and the like: %p is refused',
  name => {
    expect(() => new ClusterService(testChart(), 'id', { name, ports: [{ number: 80 }] })).toThrow(
      /name must be/,
    );
  },
);

test('a second Service of one name in one namespace is refused', () => {
  const chart = testChart();
  new ClusterService(chart, 'a', { name: 'web', ports: [{ number: 80 }] });
  expect(() => new HeadlessService(chart, 'b', { name: 'web' })).toThrow(
    /name is already taken in namespace 'shop'/,
  );
  expect(() => new HeadlessService(chart, 'c', { name: 'web', namespace: 'other' })).not.toThrow();
});

describe('dual stack', () => {
  const make = (props: object) =>
    new ClusterService(testChart(), 'web', { ports: [{ number: 80 }], ...props });

  test('two families need a policy that takes two', () => {
    expect(() => make({ ipFamilies: ['IPv4', 'IPv6'] })).toThrow(
      /ipFamilies has two families.*PreferDualStack/,
    );
    expect(() => make({ ipFamilies: ['IPv4', 'IPv6'], ipFamilyPolicy: 'SingleStack' })).toThrow(
      /two families/,
    );
    expect(() => make({ ipFamilies: ['IPv4', 'IPv6'], ipFamilyPolicy: 'RequireDualStack' })).not.toThrow();
  });

  test('one family named twice is refused', () => {
    expect(() => make({ ipFamilies: ['IPv4', 'IPv4'], ipFamilyPolicy: 'PreferDualStack' })).toThrow(
      /family twice/,
    );
  });
});
