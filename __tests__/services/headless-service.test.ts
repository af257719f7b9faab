import { JsonPatch } from 'cdk8s';
import { Deployment, k8s } from 'cdk8s-plus-28';
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

test('it selects the pods of a cdk8s-plus workload', () => {
  const chart = testChart();
  const web = new Deployment(chart, 'web', { containers: [{ image: 'web:1' }], select: false });
  web.select({ labels: { app: 'web' } } as never);
  const selector = {
    toPodSelectorConfig: () => ({ labelSelector: { _toKube: () => ({ matchLabels: { app: 'web' } }) } }),
  };
  const service = new HeadlessService(chart, 'names', { pods: selector as never });
  expect(service.podSelector).toEqual({ app: 'web' });
});

test('a target port of another number is refused: nothing translates behind a headless Service', () => {
  const chart = testChart();
  expect(() => new HeadlessService(chart, 'db', { ports: [{ number: 5432, targetPort: 5433 }] })).toThrow(
    /targetPort of port 5432 is another port.*allowed: 5432/,
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

test('a patch reaches the rendered Service through the handle', () => {
  const chart = testChart();
  const service = new HeadlessService(chart, 'db');
  service.metadata.addAnnotation('note', '1');
  (service.node.defaultChild as unknown as { addJsonPatch(p: JsonPatch): void }).addJsonPatch(
    JsonPatch.add('/spec/internalTrafficPolicy', 'Local'),
  );
  const { metadata, spec } = manifestOf(chart, 'Service');
  expect(metadata.annotations).toEqual({ note: '1' });
  expect(spec.internalTrafficPolicy).toBe('Local');
});
