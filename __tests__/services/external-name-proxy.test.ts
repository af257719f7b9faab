import { Ingress, IngressBackend, ServiceType } from 'cdk8s-plus-28';
import { ExternalNameProxy, type ExternalNameProxyProps } from '../../lib/services/external-name-proxy';
import { manifestOf, manifestsOf, testChart } from '../render';

const refused = (props: unknown) =>
  expect(() => new ExternalNameProxy(testChart(), 'payments', props as ExternalNameProxyProps));

test('a host name becomes a Service of type ExternalName', () => {
  const chart = testChart();
  new ExternalNameProxy(chart, 'payments', { host: 'api.pay.example', port: 443 });
  expect(manifestsOf(chart)).toEqual([
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'payments', namespace: 'shop' },
      spec: { type: 'ExternalName', externalName: 'api.pay.example', ports: [{ port: 443 }] },
    },
  ]);
});

test('IP addresses become a Service with EndpointSlices', () => {
  const chart = testChart();
  new ExternalNameProxy(chart, 'ledger', { addresses: ['10.20.0.11', '10.20.0.12'], port: 1521 });
  expect(manifestOf(chart, 'Service').spec).toMatchObject({ ports: [{ port: 1521 }], ipFamilies: ['IPv4'] });
  expect(manifestOf(chart, 'EndpointSlice')).toMatchObject({
    metadata: { name: 'ledger-ipv4-1' },
    endpoints: [{ addresses: ['10.20.0.11'] }, { addresses: ['10.20.0.12'] }],
    ports: [{ port: 1521 }],
  });
});

test('both give consumers the same endpoint', () => {
  const ports = [
    { name: 'https', number: 443 },
    { name: 'admin', number: 8443 },
  ];
  const seen = [{ host: 'api.pay.example' }, { addresses: ['192.0.2.10'] }].map(where => {
    const proxy = new ExternalNameProxy(testChart(), 'payments', {
      ...(where as { host: string }),
      ports,
      tlsServerName: 'api.pay.example',
    });
    const endpoint = proxy.endpoint('https');
    const { host, port, protocol, portName, tlsServerName, fqdn } = endpoint;
    const env = endpoint.asEnv('PAY');
    return {
      host,
      port,
      protocol,
      portName,
      tlsServerName,
      fqdn,
      env,
      url: endpoint.url({ scheme: 'https' }),
    };
  });
  expect(seen[0]).toEqual(seen[1]);
  expect(seen[0]).toMatchObject({
    host: 'payments',
    port: 443,
    url: 'https://payments:443',
    fqdn: 'payments.shop.svc.cluster.local',
    env: {
      PAY_HOST: { value: 'payments' },
      PAY_PORT: { value: '443' },
      PAY_TLS_SERVER_NAME: { value: 'api.pay.example' },
    },
  });
});

test('without a TLS server name the environment names none', () => {
  const proxy = new ExternalNameProxy(testChart(), 'payments', { host: 'api.pay.example', port: 443 });
  expect(proxy.endpoint().tlsServerName).toBeUndefined();
  expect(Object.keys(proxy.endpoint().asEnv('PAY'))).toEqual(['PAY_HOST', 'PAY_PORT']);
});

test('name, namespace, labels and annotations reach the Service', () => {
  const chart = testChart();
  const common = { name: 'pay', namespace: 'outside', labels: { a: '1' }, annotations: { b: '2' } };
  new ExternalNameProxy(chart, 'payments', { ...common, host: 'api.pay.example', port: 443 });
  expect(manifestOf(chart, 'Service').metadata).toEqual(common);
});

test('cdk8s-plus drops the ports of an ExternalName Service: an Ingress finds them here', () => {
  const chart = testChart();
  const { service } = new ExternalNameProxy(chart, 'payments', {
    host: 'api.pay.example',
    ports: [{ name: 'https', number: 443, appProtocol: 'https' }],
  });
  new Ingress(chart, 'ingress').addRule('/', IngressBackend.fromService(service));
  const [rule] = manifestOf(chart, 'Ingress').spec.rules;
  expect(rule.http.paths[0].backend.service).toEqual({ name: 'payments', port: { number: 443 } });
  expect(manifestOf(chart, 'Service').spec.ports).toEqual([
    { name: 'https', port: 443, appProtocol: 'https' },
  ]);
  expect(service).toMatchObject({ type: ServiceType.EXTERNAL_NAME, externalName: 'api.pay.example' });
});

test.each([
  ['http://10.0.0.1:80/', /host is an IP address.*addresses: \['10.0.0.1'\]/],
  ['10.0.0.1', /host is an IP address.*addresses: \['10.0.0.1'\]/],
  ['https://api.pay.example', /host is a URL.*received "https:\/\/api.pay.example"/],
  ['api.pay.example:443', /host holds a port/],
  ['API.pay.example', /host must be lower-case/],
])('externalName %p is refused', (host, message) => {
  refused({ host, port: 443 }).toThrow(message);
});

test('a host name among the addresses is refused with a pointer to host', () => {
  refused({ addresses: ['api.pay.example'], port: 443 }).toThrow(/addresses\[0\].*host: 'api.pay.example'/);
});

test('both of host and addresses, and neither, are refused', () => {
  refused({ host: 'api.pay.example', addresses: ['10.0.0.1'], port: 1 }).toThrow(
    /host and addresses exclude/,
  );
  refused({ port: 443 }).toThrow(/host or addresses must be given/);
});

test('both of port and ports, and neither, are refused', () => {
  refused({ host: 'a.example', port: 443, ports: [{ number: 443 }] }).toThrow(/port and ports exclude/);
  refused({ host: 'a.example' }).toThrow(/port or ports must be given/);
});

test('no ports and bad ports are refused', () => {
  refused({ host: 'a.example', ports: [] }).toThrow(/ports must hold at least one/);
  refused({ addresses: ['10.0.0.1'], ports: [] }).toThrow(/ports must hold at least one/);
  refused({ host: 'a.example', port: 99999 }).toThrow(/port must be .*received 99999/);
  refused({ host: 'a.example', ports: [{ number: 1 }, { number: 2 }] }).toThrow(
    /ports\[0\].name is required/,
  );
});

test.each([
  { host: 'a.example', ports: [{ number: 443, targetPort: 8443 }] },
  { host: 'a.example', ports: [{ number: 443, targetPort: 'https' }] },
  { addresses: ['10.0.0.1'], ports: [{ number: 443, targetPort: 'https' }] },
])('a target port that nothing translates is refused: %j', props => {
  refused(props).toThrow(/targetPort of port 443/);
});

test.each(['https://api.pay.example', '*.pay.example', '192.0.2.10'])(
  '%p is no TLS server name',
  tlsServerName => {
    refused({ host: 'api.pay.example', port: 443, tlsServerName }).toThrow(/tlsServerName (is|must be)/);
  },
);

test('two places and two spellings of the ports do not compile', () => {
  const host = { host: 'a.example', port: 443 } satisfies ExternalNameProxyProps;
  // @ts-expect-error one place at a time
  const places: ExternalNameProxyProps = { ...host, addresses: ['10.0.0.1'] };
  // @ts-expect-error one spelling at a time
  const spellings: ExternalNameProxyProps = { ...host, ports: [{ number: 443 }] };
  // @ts-expect-error some place
  const nowhere: ExternalNameProxyProps = { port: 443 };
  expect([places, spellings, nowhere]).toHaveLength(3);
});
