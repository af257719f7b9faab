import { ApiObject, JsonPatch } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import { HeadlessService } from '../../lib/services/headless-service';
import { manifestOf, testChart } from '../render';

test('a portless headless Service throws in cdk8s-plus, and not here: it is the least that the API takes', () => {
  const chart = testChart();
  new HeadlessService(chart, 'members', { pods: { app: 'members' } });
  expect(manifestOf(chart, 'Service')).toEqual({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'members', namespace: 'shop' },
    spec: { clusterIP: 'None', selector: { app: 'members' } },
  });
});

test('named target ports are kept', () => {
  const chart = testChart();
  new HeadlessService(chart, 'db', { ports: [{ name: 'pg', number: 5432, targetPort: 'postgres' }] });
  expect(manifestOf(chart, 'Service').spec.ports).toEqual([
    { name: 'pg', port: 5432, targetPort: 'postgres' },
  ]);
});

test('plain pods with hostname and subdomain get names of their own', () => {
  const chart = testChart();
  const labels = { app: 'seed' };
  const service = new HeadlessService(chart, 'seeds', { pods: labels });
  new k8s.KubePod(chart, 'pod', {
    metadata: { name: 'seed-a', labels },
    spec: { hostname: 'a', subdomain: service.name, containers: [{ name: 'main', image: 'seed:1' }] },
  });
  expect(manifestOf(chart, 'Pod').spec.subdomain).toBe('seeds');
  expect(service.podFqdn('a')).toBe('a.seeds.shop.svc.cluster.local');
});

test('pods that are not ready are published on request alone', () => {
  const chart = testChart();
  new HeadlessService(chart, 'raft', { publishNotReadyAddresses: true });
  new HeadlessService(chart, 'plain');
  expect(manifestOf(chart, 'Service', 'raft').spec.publishNotReadyAddresses).toBe(true);
  expect(manifestOf(chart, 'Service', 'plain').spec).toEqual({ clusterIP: 'None' });
});

test('a target port of another number is refused: nothing translates behind a headless Service', () => {
  const chart = testChart();
  expect(() => new HeadlessService(chart, 'db', { ports: [{ number: 5432, targetPort: 5433 }] })).toThrow(
    /targetPort of port 5432 leads nowhere.*received 5433/,
  );
  expect(
    () => new HeadlessService(chart, 'db2', { ports: [{ number: 5432, targetPort: 5432 }] }),
  ).not.toThrow();
});

test('a port that is bound later is offered too', () => {
  const chart = testChart();
  const service = new HeadlessService(chart, 'db');
  service.bind(5432, { name: 'pg' });
  expect(service.endpoint('pg').address).toBe('db:5432');
  expect(manifestOf(chart, 'Service').spec.ports).toEqual([{ name: 'pg', port: 5432 }]);
});

test('the endpoint of a portless Service throws and says that there are no ports', () => {
  expect(() => new HeadlessService(testChart(), 'db').endpoint()).toThrow(/has no ports/);
});

test('a patch reaches the rendered Service', () => {
  const chart = testChart();
  const service = new HeadlessService(chart, 'db');
  ApiObject.of(service).addJsonPatch(JsonPatch.add('/spec/internalTrafficPolicy', 'Local'));
  expect(manifestOf(chart, 'Service').spec.internalTrafficPolicy).toBe('Local');
});

test('two families are emitted on request', () => {
  const chart = testChart();
  new HeadlessService(chart, 'db', { ipFamilyPolicy: 'RequireDualStack', ipFamilies: ['IPv4', 'IPv6'] });
  expect(manifestOf(chart, 'Service').spec).toMatchObject({
    ipFamilyPolicy: 'RequireDualStack',
    ipFamilies: ['IPv4', 'IPv6'],
  });
});
