import { HeadlessEndpoints } from '../../lib/services/headless-endpoints';
import { manifestOf, testChart } from '../render';

test('DNS answers with the addresses: no cluster IP, no selector, one family said', () => {
  const chart = testChart();
  new HeadlessEndpoints(chart, 'mongo', {
    addresses: ['10.30.0.1'],
    ports: [{ name: 'mongo', number: 27017 }],
  });
  expect(manifestOf(chart, 'Service').spec).toEqual({
    clusterIP: 'None',
    // Without a policy the API server would take a headless Service without a selector for dual stack.
    ipFamilyPolicy: 'SingleStack',
    ipFamilies: ['IPv4'],
    ports: [{ name: 'mongo', port: 27017 }],
  });
  expect(manifestOf(chart, 'EndpointSlice').metadata.labels).toMatchObject({
    'kubernetes.io/service-name': 'mongo',
  });
});

test('it can do without ports', () => {
  const chart = testChart();
  new HeadlessEndpoints(chart, 'mongo', { addresses: ['10.30.0.1'] });
  expect(manifestOf(chart, 'Service').spec.ports).toBeUndefined();
  expect(manifestOf(chart, 'EndpointSlice').ports).toBeUndefined();
});

test('an address with a host name has a name of its own', () => {
  const chart = testChart();
  const members = new HeadlessEndpoints(chart, 'mongo', {
    addresses: [{ address: '10.30.0.1', hostname: 'a' }],
    ports: [{ number: 27017 }],
  });
  expect(manifestOf(chart, 'EndpointSlice').endpoints).toEqual([{ addresses: ['10.30.0.1'], hostname: 'a' }]);
  expect(members.hostFqdn('a')).toBe('a.mongo.shop.svc.cluster.local');
  expect(members.endpoint().ofPod('a').address).toBe('a.mongo:27017');
});

test('a target port of another number is refused: clients connect to the address itself', () => {
  const members = new HeadlessEndpoints(testChart(), 'mongo', { addresses: ['10.30.0.1'] });
  expect(() => members.bind(27017, { targetPort: 27018 })).toThrow(/targetPort of port 27017/);
});

test('a selector is refused', () => {
  const members = new HeadlessEndpoints(testChart(), 'mongo', { addresses: ['10.30.0.1'] });
  expect(() => members.select({ app: 'mongo' })).toThrow(/pods cannot be selected/);
});
