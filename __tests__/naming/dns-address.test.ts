import { podFqdn, serviceFqdn, srvName } from '../../lib/naming/dns-address';
import { testChart } from '../render';

const address = { service: 'postgres', namespace: 'shop' };

test('names of Service, pod and port in the default cluster domain', () => {
  const chart = testChart();
  expect(serviceFqdn(chart, address)).toBe('postgres.shop.svc.cluster.local');
  expect(podFqdn(chart, 'postgres-0', address)).toBe('postgres-0.postgres.shop.svc.cluster.local');
  expect(srvName(chart, { name: 'pg' }, address)).toBe('_pg._tcp.postgres.shop.svc.cluster.local');
  expect(srvName(chart, { name: 'dns', protocol: 'UDP' }, address)).toBe(
    '_dns._udp.postgres.shop.svc.cluster.local',
  );
});

test('the cluster domain comes from context', () => {
  const chart = testChart({ context: { clusterDomain: 'k8s.corp.example' } });
  expect(podFqdn(chart, 'postgres-0', address)).toBe('postgres-0.postgres.shop.svc.k8s.corp.example');
});

test.each([
  ['a Service', (chart: ReturnType<typeof testChart>) => serviceFqdn(chart, { service: 'postgres' })],
  ['a pod', (chart: ReturnType<typeof testChart>) => podFqdn(chart, 'postgres-0', { service: 'postgres' })],
  [
    'a port',
    (chart: ReturnType<typeof testChart>) => srvName(chart, { name: 'pg' }, { service: 'postgres' }),
  ],
])('the FQDN of %s without a namespace throws and names the fix', (_, fqdn) => {
  expect(() => fqdn(testChart({ namespace: undefined }))).toThrow(
    /namespace is not known.*fix: give the construct or its chart a 'namespace'/,
  );
});
