import { Namespace } from '../../lib/governance/namespace';
import { manifestOf, testChart } from '../render';

test("ClusterRole, Namespace and StorageClass get the chart's namespace: a Namespace does not", () => {
  const chart = testChart({ namespace: 'shop' });
  new Namespace(chart, 'data');
  expect(manifestOf(chart, 'Namespace')).toEqual({
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: 'data' },
  });
});

test('the Pod Security level becomes the label that the admission controller reads', () => {
  const chart = testChart();
  new Namespace(chart, 'data', { podSecurity: 'restricted', labels: { team: 'orders' } });
  expect(manifestOf(chart, 'Namespace').metadata.labels).toEqual({
    'pod-security.kubernetes.io/enforce': 'restricted',
    team: 'orders',
  });
});

test('a name that is no DNS label is refused', () => {
  expect(() => new Namespace(testChart(), 'data', { name: 'shop.data' })).toThrow(
    /name must be lower-case.*"shop\.data"/,
  );
});
