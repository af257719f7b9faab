import { ClusterService } from '../../lib/services/cluster-service';
import { HeadlessService } from '../../lib/services/headless-service';
import { testChart } from '../render';

const endpoint = (props: { namespace?: string } = {}) =>
  new ClusterService(testChart(props), 'postgres', { ports: [{ name: 'pg', number: 5432 }] }).endpoint('pg');

const envOf = (env: Record<string, { value?: unknown }>) =>
  Object.fromEntries(Object.entries(env).map(([name, { value }]) => [name, value]));

test('host, port, protocol and name are those of the Service', () => {
  expect(endpoint()).toMatchObject({ host: 'postgres', port: 5432, protocol: 'TCP', portName: 'pg' });
  expect(endpoint().address).toBe('postgres:5432');
  expect(endpoint().fqdn).toBe('postgres.shop.svc.cluster.local');
  expect(endpoint().srv).toBe('_pg._tcp.postgres.shop.svc.cluster.local');
});

test('the SRV name tells the protocol, and a port without a name has none', () => {
  const service = new HeadlessService(testChart(), 'dns', {
    ports: [{ name: 'dns', number: 53, protocol: 'UDP' }],
  });
  expect(service.endpoint().srv).toBe('_dns._udp.dns.shop.svc.cluster.local');
  const nameless = new ClusterService(testChart(), 'web', { ports: [{ number: 80 }] });
  expect(nameless.endpoint().srv).toBeUndefined();
});

test.each([
  [{ scheme: 'postgres' }, 'postgres://postgres:5432'],
  [{ scheme: 'postgres', path: '/orders' }, 'postgres://postgres:5432/orders'],
  [{ scheme: 'mongodb+srv', path: '?tls=true' }, 'mongodb+srv://postgres:5432?tls=true'],
  [{ scheme: 'jdbc:postgresql', path: '/orders' }, 'jdbc:postgresql://postgres:5432/orders'],
])('url(%j) is %p', (options, url) => {
  expect(endpoint().url(options)).toBe(url);
});

test.each([
  [{ scheme: 'https://' }, /scheme does not make a URL/],
  [{ scheme: 'https:' }, /scheme does not make a URL/],
  [{ scheme: '' }, /scheme does not make a URL/],
  [{ scheme: 'https', path: 'orders' }, /path does not make a URL.*'\/orders'/],
])('url(%j) is refused', (options, message) => {
  expect(() => endpoint().url(options)).toThrow(message);
});

test('the environment names host and port', () => {
  expect(envOf(endpoint().asEnv('DB'))).toEqual({ DB_HOST: 'postgres', DB_PORT: '5432' });
});

test('the name of the certificate reaches the environment where there is one', () => {
  const secured = endpoint().withTlsServerName('db.corp.example');
  expect(secured.tlsServerName).toBe('db.corp.example');
  expect(envOf(secured.asEnv('DB'))).toMatchObject({
    DB_HOST: 'postgres',
    DB_TLS_SERVER_NAME: 'db.corp.example',
  });
});

test('qualified for other namespaces, it stays the same endpoint', () => {
  const qualified = endpoint().withTlsServerName('db.corp.example').qualified();
  expect(qualified.address).toBe('postgres.shop.svc.cluster.local:5432');
  expect(qualified.fqdn).toBe('postgres.shop.svc.cluster.local');
  expect(qualified.tlsServerName).toBe('db.corp.example');
  expect(qualified.qualified().host).toBe(qualified.host);
});

test('the endpoint of one pod behind a headless Service', () => {
  const service = new HeadlessService(testChart(), 'postgres', { ports: [{ name: 'pg', number: 5432 }] });
  const pod = service.endpoint().ofPod('postgres-0');
  expect(pod.address).toBe('postgres-0.postgres:5432');
  expect(pod.qualified().host).toBe('postgres-0.postgres.shop.svc.cluster.local');
});

test('an FQDN without a namespace throws and names the fix', () => {
  const nowhere = endpoint({ namespace: undefined });
  expect(nowhere.host).toBe('postgres');
  expect(() => nowhere.fqdn).toThrow(
    /namespace is not known.*fix: give the construct or its chart a 'namespace'/,
  );
  expect(() => nowhere.qualified()).toThrow(/namespace is not known/);
  expect(() => nowhere.srv).toThrow(/namespace is not known/);
});

test('a port that the Service does not have throws with those that it has', () => {
  const service = new HeadlessService(testChart(), 'db', {
    ports: [
      { name: 'pg', number: 5432 },
      { name: 'metrics', number: 9187 },
    ],
  });
  expect(() => service.endpoint('http')).toThrow(/port is not one.*allowed: pg, metrics/);
  expect(() => service.endpoint()).toThrow(/port must be named/);
});
