import { Ingress, IngressBackend } from 'cdk8s-plus-28';
import { ManualEndpoints, type ManualEndpointsProps } from '../../lib/services/manual-endpoints';
import { type AnyManifest, manifestOf, manifestsOf, testChart } from '../render';

const ports = [{ name: 'oracle', number: 1521 }];

const slicesOf = (props: ManualEndpointsProps): AnyManifest[] => {
  const chart = testChart();
  new ManualEndpoints(chart, 'ledger', props);
  return manifestsOf(chart).filter(m => m.kind === 'EndpointSlice');
};

const refused = (addresses: ManualEndpointsProps['addresses']) =>
  expect(() => new ManualEndpoints(testChart(), 'ledger', { addresses, ports }));

test('a Service without a selector and an EndpointSlice with its service-name label (coredns#2324)', () => {
  const chart = testChart();
  new ManualEndpoints(chart, 'ledger', { addresses: ['10.20.0.11', '10.20.0.12'], ports });
  expect(manifestsOf(chart)).toEqual([
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'ledger', namespace: 'shop' },
      spec: {
        ipFamilies: ['IPv4'],
        ipFamilyPolicy: 'SingleStack',
        ports: [{ name: 'oracle', port: 1521 }],
      },
    },
    {
      apiVersion: 'discovery.k8s.io/v1',
      kind: 'EndpointSlice',
      metadata: {
        name: 'ledger-ipv4-1',
        namespace: 'shop',
        labels: {
          'kubernetes.io/service-name': 'ledger',
          'endpointslice.kubernetes.io/managed-by': 'cdk8s-drydock',
        },
      },
      addressType: 'IPv4',
      endpoints: [{ addresses: ['10.20.0.11'] }, { addresses: ['10.20.0.12'] }],
      ports: [{ name: 'oracle', port: 1521 }],
    },
  ]);
});

test('one slice a family, and a Service of both families with that of the first address preferred', () => {
  const chart = testChart();
  new ManualEndpoints(chart, 'ledger', { addresses: ['2001:db8::11', '10.20.0.11', '2001:db8::12'], ports });
  expect(manifestOf(chart, 'Service').spec).toMatchObject({
    ipFamilyPolicy: 'RequireDualStack',
    ipFamilies: ['IPv6', 'IPv4'],
  });
  const slices = manifestsOf(chart).filter(m => m.kind === 'EndpointSlice');
  expect(slices.map(s => [s.metadata.name, s.addressType, s.endpoints.length])).toEqual([
    ['ledger-ipv4-1', 'IPv4', 1],
    ['ledger-ipv6-1', 'IPv6', 2],
  ]);
});

test('more than 100 addresses are split, in order and without loss', () => {
  const addresses = Array.from({ length: 201 }, (_, i) => `10.0.${Math.floor(i / 100)}.${(i % 100) + 1}`);
  const slices = slicesOf({ addresses, ports });
  expect(slices.map(s => [s.metadata.name, s.endpoints.length])).toEqual([
    ['ledger-ipv4-1', 100],
    ['ledger-ipv4-2', 100],
    ['ledger-ipv4-3', 1],
  ]);
  expect(slices.flatMap(s => s.endpoints.map((e: AnyManifest) => e.addresses[0]))).toEqual(addresses);
});

test('100 addresses fit into one slice', () => {
  const addresses = Array.from({ length: 100 }, (_, i) => `10.0.0.${i + 1}`);
  expect(slicesOf({ addresses, ports })).toHaveLength(1);
});

test('ports match by name, and the slice bears the port that the addresses listen on', () => {
  const chart = testChart();
  const service = new ManualEndpoints(chart, 'ledger', {
    addresses: ['10.20.0.11'],
    ports: [
      { name: 'db', number: 1521, targetPort: 11521, protocol: 'TCP' },
      { name: 'tls', number: 2484, appProtocol: 'example.com/tns' },
    ],
  });
  expect(manifestOf(chart, 'Service').spec.ports).toEqual([
    { name: 'db', port: 1521, targetPort: 11521, protocol: 'TCP' },
    { name: 'tls', port: 2484, appProtocol: 'example.com/tns' },
  ]);
  expect(manifestOf(chart, 'EndpointSlice').ports).toEqual([
    { name: 'db', port: 11521, protocol: 'TCP' },
    { name: 'tls', port: 2484, appProtocol: 'example.com/tns' },
  ]);
  expect(service.endpoint('db').port).toBe(1521);
});

test('a port that is bound later reaches the slices', () => {
  const chart = testChart();
  new ManualEndpoints(chart, 'ledger', { addresses: ['10.20.0.11'], ports }).bind(2484, { name: 'tls' });
  expect(manifestOf(chart, 'EndpointSlice').ports).toContainEqual({ name: 'tls', port: 2484 });
});

test('one port without a name has none in the slice either', () => {
  expect(slicesOf({ addresses: ['10.20.0.11'], ports: [{ number: 1521 }] })[0].ports).toEqual([
    { port: 1521 },
  ]);
});

test('what is known of an address goes into its endpoint', () => {
  const [slice] = slicesOf({
    addresses: [{ address: '10.20.0.11', hostname: 'a', nodeName: 'n1.example', zone: 'z1', ready: false }],
    ports,
  });
  expect(slice.endpoints).toEqual([
    {
      addresses: ['10.20.0.11'],
      hostname: 'a',
      nodeName: 'n1.example',
      zone: 'z1',
      conditions: { ready: false },
    },
  ]);
});

test('names and namespaces of the slices are those of the Service', () => {
  const chart = testChart();
  new ManualEndpoints(chart, 'id', { name: 'ledger', namespace: 'books', addresses: ['10.20.0.11'], ports });
  expect(manifestOf(chart, 'EndpointSlice').metadata).toMatchObject({
    name: 'ledger-ipv4-1',
    namespace: 'books',
    labels: { 'kubernetes.io/service-name': 'ledger' },
  });
});

test('Endpoints v1 are never written: the cluster would mirror them into slices of its own', () => {
  const chart = testChart();
  new ManualEndpoints(chart, 'ledger', { addresses: ['10.20.0.11'], ports });
  expect(manifestsOf(chart).map(m => m.kind)).toEqual(['Service', 'EndpointSlice']);
});

test('a cdk8s-plus Ingress leads to it', () => {
  const chart = testChart();
  const ledger = new ManualEndpoints(chart, 'ledger', { addresses: ['10.20.0.11'], ports: [{ number: 80 }] });
  new Ingress(chart, 'ingress').addRule('/', IngressBackend.fromService(ledger));
  const [rule] = manifestOf(chart, 'Ingress').spec.rules;
  expect(rule.http.paths[0].backend.service).toEqual({ name: 'ledger', port: { number: 80 } });
});

test('a selector is refused: the cluster would write slices of pods beside ours', () => {
  const service = new ManualEndpoints(testChart(), 'ledger', { addresses: ['10.20.0.11'], ports });
  expect(() => service.selectLabel('app', 'ledger')).toThrow(/pods cannot be selected/);
});

test.each([
  ['127.0.0.1', /is a loopback address/],
  ['::1', /is a loopback address/],
  ['169.254.1.1', /is a link-local address/],
  ['fe80::1', /is a link-local address/],
  ['224.0.0.5', /is a link-local multicast address/],
  ['ff02::5', /is a link-local multicast address/],
  ['0.0.0.0', /is the unspecified address/],
  ['::', /is the unspecified address/],
  ['::ffff:10.0.0.1', /is an IPv4 address in the notation of IPv6/],
  ['10.0.0.1:1521', /must be an IP address.*the port belongs in ports/],
  ['10.0.0.0/24', /must be an IP address/],
  ['999.1.1.1', /must be an IP address.*give the address alone/],
])('%p is refused as an address', (address, message) => {
  refused(['10.20.0.11', address]).toThrow(message);
  refused(['10.20.0.11', address]).toThrow(/addresses\[1\]/);
});

test('a host name is refused with a pointer to ExternalNameProxy', () => {
  refused(['db.corp.example']).toThrow(/must be an IP address.*ExternalNameProxy.*host: 'db.corp.example'/);
});

test.each([
  ['10.20.0.11', '10.20.0.11'],
  ['2001:db8::11', '2001:DB8:0::11'],
])('%p and %p are the same address, and refused', (first, second) => {
  refused([first, { address: second }]).toThrow(/addresses\[1\] is the same address as addresses\[0\]/);
});

test('no addresses are refused', () => {
  refused([]).toThrow(/addresses must hold at least one address/);
});

test('no ports are refused', () => {
  expect(() => new ManualEndpoints(testChart(), 'x', { addresses: ['10.0.0.1'], ports: [] })).toThrow(
    /ports must hold at least one/,
  );
});

test('a host name that is no DNS label, and a node name that is no name, are refused', () => {
  refused([{ address: '10.0.0.1', hostname: 'db.corp' }]).toThrow(/addresses\[0\] hostname must be/);
  refused([{ address: '10.0.0.1', nodeName: 'Node_1' }]).toThrow(/addresses\[0\] nodeName must be/);
});
