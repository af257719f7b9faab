import { Construct } from 'constructs';
import { clusterDomainOf, kubernetesVersionOf, namespaceOf } from '../../lib/naming/cluster-settings';
import { testChart } from '../render';

test('the cluster domain is cluster.local unless context says another', () => {
  expect(clusterDomainOf(testChart())).toBe('cluster.local');
  expect(clusterDomainOf(testChart({ context: { clusterDomain: 'corp.example' } }))).toBe('corp.example');
});

test('context reaches constructs deep in the tree', () => {
  const chart = testChart({ context: { clusterDomain: 'corp.example' } });
  expect(clusterDomainOf(new Construct(new Construct(chart, 'a'), 'b'))).toBe('corp.example');
});

test.each(['Corp.example', 'corp.example.', '', 7])(
  'a cluster domain %p throws and names the fix',
  clusterDomain => {
    expect(() => clusterDomainOf(testChart({ context: { clusterDomain } }))).toThrow(
      /context 'clusterDomain' must be .*fix: app.node.setContext/,
    );
  },
);

test('the version of Kubernetes is that of cdk8s-plus-28 unless context says another', () => {
  expect(kubernetesVersionOf(testChart())).toBe('1.28');
  expect(kubernetesVersionOf(testChart({ context: { kubernetesVersion: '1.33' } }))).toBe('1.33');
});

test.each(['1.27', '1.28.3', 'v1.28', 1.3])('a version %p that is not known throws', kubernetesVersion => {
  expect(() => kubernetesVersionOf(testChart({ context: { kubernetesVersion } }))).toThrow(
    /context 'kubernetesVersion' must be .*allowed: 1.28, /,
  );
});

test("the namespace is the one given, else the chart's, else none", () => {
  expect(namespaceOf(testChart({ namespace: 'shop' }), 'own')).toBe('own');
  expect(namespaceOf(testChart({ namespace: 'shop' }))).toBe('shop');
  expect(namespaceOf(testChart({ namespace: undefined }))).toBeUndefined();
});
