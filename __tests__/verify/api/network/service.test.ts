import type { KubernetesVersion } from '../../../../lib/kubernetes/kubernetes-version';
import { validateService } from '../../../../lib/verify/api/network/service';
import { judged } from './judged';

const PORTS = [{ port: 80 }];
const RANGES = 'service.beta.kubernetes.io/load-balancer-source-ranges';

const spec = (fields: object, version?: KubernetesVersion) =>
  judged(validateService, { spec: { ports: PORTS, ...fields } }, version);

test.each([
  {},
  { type: 'ClusterIP', selector: { app: 'web' }, internalTrafficPolicy: 'Local' },
  { type: 'NodePort', ports: [{ port: 80, nodePort: 30080 }], externalTrafficPolicy: 'Cluster' },
  { type: 'LoadBalancer', loadBalancerClass: 'example.com/lb', allocateLoadBalancerNodePorts: false },
  { type: 'ExternalName', externalName: 'api.pay.example.', ports: [] },
  { clusterIP: 'None', ports: [] },
  { externalIPs: ['203.0.113.1'], externalTrafficPolicy: 'Local' },
  { sessionAffinity: 'None', sessionAffinityConfig: { clientIP: { timeoutSeconds: -1 } } },
])('%j is in order', fields => expect(spec(fields)).toEqual([]));

test('the name begins with a letter, before 1.36', () => {
  const named = { metadata: { name: '1web' }, spec: { ports: PORTS } };
  expect(judged(validateService, named, '1.35')).toEqual(['Invalid metadata.name']);
  expect(judged(validateService, named, '1.36')).toEqual([]);
});

test('a Service without a spec needs ports', () => {
  expect(judged(validateService, {})).toEqual(['Required spec.ports']);
});

test('a type that there is not', () => {
  expect(spec({ type: 'Headless' })).toEqual(['NotSupported spec.type']);
});

test.each(['NodePort', 'LoadBalancer'])('%s has a cluster IP', type => {
  expect(spec({ type, clusterIP: 'None' })).toEqual(['Invalid spec.clusterIPs[0]']);
});

describe('an external name', () => {
  test.each(['', '.'])('%j is none', externalName => {
    expect(spec({ type: 'ExternalName', externalName })).toEqual(['Required spec.externalName']);
  });

  test.each(['http://10.0.0.1:80/', 'API.example', 'a..b', 'a_b'])('%s is no host', externalName => {
    expect(spec({ type: 'ExternalName', externalName })).toEqual(['Invalid spec.externalName']);
  });

  it('has no cluster IPs and no families', () => {
    const fields = { clusterIP: '10.0.0.1', ipFamilies: ['IPv4'], ipFamilyPolicy: 'SingleStack' };
    expect(spec({ type: 'ExternalName', externalName: 'a.b', ...fields })).toEqual([
      'Forbidden spec.clusterIPs',
      'Forbidden spec.ipFamilies',
      'Forbidden spec.ipFamilyPolicy',
    ]);
  });
});

test('a selector is labels', () => {
  expect(spec({ selector: { 'a b': 'c d' } })).toEqual(['Invalid spec.selector', 'Invalid spec.selector']);
});

test('external IPs are addresses that others can reach', () => {
  expect(spec({ externalIPs: ['a', '127.0.0.1', '0.0.0.0', '169.254.1.1', '224.0.0.1', 'fe80::1'] })).toEqual(
    [0, 1, 2, 3, 4, 5].map(index => `Invalid spec.externalIPs[${index}]`),
  );
});

test('an address with zeros in front, or IPv4 in the notation of IPv6, is refused since 1.36', () => {
  const externalIPs = ['010.1.1.1', '::ffff:10.1.1.1'];
  expect(spec({ externalIPs }, '1.35')).toEqual([]);
  expect(spec({ externalIPs })).toEqual(['Invalid spec.externalIPs[0]', 'Invalid spec.externalIPs[1]']);
});

test('session affinity', () => {
  expect(spec({ sessionAffinity: 'Cookie' })).toEqual(['NotSupported spec.sessionAffinity']);
  const timeout = (timeoutSeconds: number) =>
    spec({ sessionAffinity: 'ClientIP', sessionAffinityConfig: { clientIP: { timeoutSeconds } } });
  const refused = ['Invalid spec.sessionAffinityConfig.clientIP.timeoutSeconds'];
  expect([timeout(0), timeout(1), timeout(86_400), timeout(86_401)]).toEqual([refused, [], [], refused]);
  expect(spec({ sessionAffinity: 'ClientIP', sessionAffinityConfig: {} })).toEqual([]);
});

describe('what load balancers alone have', () => {
  it('is forbidden elsewhere', () => {
    const fields = {
      allocateLoadBalancerNodePorts: true,
      loadBalancerClass: 'a',
      loadBalancerSourceRanges: ['10.0.0.0/8'],
    };
    expect(spec(fields)).toEqual([
      'Forbidden spec.LoadBalancerSourceRanges',
      'Forbidden spec.allocateLoadBalancerNodePorts',
      'Forbidden spec.loadBalancerClass',
    ]);
  });

  it('must have a class with a name', () => {
    expect(spec({ type: 'LoadBalancer', loadBalancerClass: 'a b' })).toEqual([
      'Invalid spec.loadBalancerClass',
    ]);
  });

  it('names the range since 1.30', () => {
    const fields = { type: 'LoadBalancer', loadBalancerSourceRanges: [' 10.0.0.0/8 ', '10.0.0.0'] };
    expect(spec(fields, '1.29')).toEqual(['Invalid spec.LoadBalancerSourceRanges']);
    expect(spec(fields, '1.30')).toEqual(['Invalid spec.LoadBalancerSourceRanges[1]']);
  });

  it('refuses ranges with bits beyond the prefix since 1.36', () => {
    const fields = { type: 'LoadBalancer', loadBalancerSourceRanges: ['10.1.2.3/8'] };
    expect(spec(fields, '1.35')).toEqual([]);
    expect(spec(fields)).toEqual(['Invalid spec.LoadBalancerSourceRanges[0]']);
  });

  it('takes ranges from the annotation too', () => {
    const annotated = (value: string, type: string) =>
      judged(validateService, {
        metadata: { name: 'web', annotations: { [RANGES]: value } },
        spec: { type, ports: PORTS },
      });
    expect(annotated('10.0.0.0/8, 10.1.0.0/16', 'LoadBalancer')).toEqual([]);
    expect(annotated(' ', 'LoadBalancer')).toEqual([]);
    expect(annotated('10.0.0.0', 'LoadBalancer')).toEqual([`Invalid metadata.annotations[${RANGES}]`]);
    expect(annotated('', 'NodePort')).toEqual([`Forbidden metadata.annotations[${RANGES}]`]);
  });
});

describe('traffic policies', () => {
  it('are Cluster or Local', () => {
    expect(spec({ internalTrafficPolicy: '' })).toEqual(['NotSupported spec.internalTrafficPolicy']);
    expect(spec({ type: 'NodePort', externalTrafficPolicy: 'None' })).toEqual([
      'NotSupported spec.externalTrafficPolicy',
    ]);
  });

  it('are not external where nobody outside can come', () => {
    expect(spec({ externalTrafficPolicy: 'Local' })).toEqual(['Invalid spec.externalTrafficPolicy']);
  });

  it('are external where external IPs stand, since 1.29', () => {
    const fields = { externalIPs: ['203.0.113.1'], externalTrafficPolicy: 'Local' };
    expect(spec(fields, '1.28')).toEqual(['Invalid spec.externalTrafficPolicy']);
    expect(spec(fields, '1.29')).toEqual([]);
  });

  it('have a health check where a load balancer keeps traffic on the node', () => {
    const local = { type: 'LoadBalancer', externalTrafficPolicy: 'Local' };
    expect(spec({ ...local, healthCheckNodePort: 31000 })).toEqual([]);
    expect(spec({ ...local, healthCheckNodePort: 70000 })).toEqual(['Invalid spec.healthCheckNodePort']);
    expect(spec({ type: 'LoadBalancer', healthCheckNodePort: 31000 })).toEqual([
      'Invalid spec.healthCheckNodePort',
    ]);
  });

  test.each<[string, KubernetesVersion, boolean]>([
    ['Anything', '1.30', true],
    ['Anything', '1.31', false],
    ['PreferClose', '1.31', true],
    ['PreferSameNode', '1.33', false],
    ['PreferSameNode', '1.34', true],
    ['', '1.36', false],
  ])('distribution %j in %s', (trafficDistribution, version, accepted) => {
    expect(spec({ trafficDistribution }, version)).toEqual(
      accepted ? [] : ['NotSupported spec.trafficDistribution'],
    );
  });
});

test('the two annotations of topology say the same', () => {
  const annotations = {
    'service.kubernetes.io/topology-mode': 'Auto',
    'service.kubernetes.io/topology-aware-hints': 'Disabled',
  };
  expect(judged(validateService, { metadata: { name: 'web', annotations }, spec: { ports: PORTS } })).toEqual(
    ['Invalid metadata.annotations[service.kubernetes.io/topology-mode]'],
  );
});
