import { ApiObject, Chart, Lazy, Testing } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import { RenderedObject } from '../../lib/objects/rendered-object';
import { manifestOf, testChart } from '../render';

const configMap = (chart: Chart, id: string, metadata: { name: string; namespace?: string }) =>
  new RenderedObject(chart, id, k8s.KubeConfigMap, { metadata, data: { key: 'value' } });

test('props are rendered with the names of the Kubernetes API', () => {
  const chart = testChart();
  new RenderedObject(chart, 'o', k8s.KubeService, {
    metadata: { name: 'db' },
    spec: { clusterIp: 'None', publishNotReadyAddresses: true },
  });
  expect(manifestOf(chart, 'Service')).toEqual({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'db', namespace: 'shop' },
    spec: { clusterIP: 'None', publishNotReadyAddresses: true },
  });
});

test('a port that is a number stays a number, and one that is a name stays a name', () => {
  const chart = testChart();
  new RenderedObject(chart, 'o', k8s.KubeService, {
    metadata: { name: 'db' },
    spec: {
      ports: [
        { name: 'a', port: 1, targetPort: k8s.IntOrString.fromNumber(8080) },
        { name: 'b', port: 2, targetPort: k8s.IntOrString.fromString('http') },
      ],
    },
  });
  const { ports } = manifestOf(chart, 'Service').spec;
  expect(ports.map((port: { targetPort: unknown }) => port.targetPort)).toEqual([8080, 'http']);
});

test("the chart's namespace and labels are taken over, and the object's own win", () => {
  const chart = new Chart(Testing.app(), 'test', { namespace: 'shop', labels: { team: 'a', tier: 'x' } });
  new RenderedObject(chart, 'o', k8s.KubeConfigMap, {
    metadata: { name: 'c', namespace: 'own', labels: { tier: 'y' } },
  });
  expect(manifestOf(chart, 'ConfigMap').metadata).toEqual({
    name: 'c',
    namespace: 'own',
    labels: { team: 'a', tier: 'y' },
  });
});

test('without a namespace anywhere none is emitted', () => {
  const chart = testChart({ namespace: undefined });
  configMap(chart, 'o', { name: 'c' });
  expect(manifestOf(chart, 'ConfigMap').metadata).toEqual({ name: 'c' });
});

test('ClusterRole, Namespace and StorageClass get no namespace from the chart (cdk8s#1558, #2170)', () => {
  const chart = testChart();
  new RenderedObject(chart, 'a', k8s.KubeClusterRole, { metadata: { name: 'reader' } });
  new RenderedObject(chart, 'b', k8s.KubeNamespace, { metadata: { name: 'shop' } });
  new RenderedObject(chart, 'c', k8s.KubeStorageClass, {
    metadata: { name: 'ssd' },
    provisioner: 'x.example',
  });
  for (const kind of ['ClusterRole', 'Namespace', 'StorageClass']) {
    expect(manifestOf(chart, kind).metadata).not.toHaveProperty('namespace');
  }
});

test('cluster-scoped kinds of one name collide across charts of other namespaces', () => {
  const app = Testing.app();
  const classIn = (namespace: string) =>
    new RenderedObject(new Chart(app, namespace, { namespace }), 'c', k8s.KubeStorageClass, {
      metadata: { name: 'ssd' },
      provisioner: 'x.example',
    });
  classIn('one');
  expect(() => classIn('two')).toThrow(/name is already taken for StorageClass/);
});

test('a name used twice in a namespace is an error (cdk8s#2821)', () => {
  const chart = testChart();
  configMap(chart, 'a', { name: 'settings' });
  expect(() => configMap(chart, 'b', { name: 'settings' })).toThrow(
    /name is already taken in namespace 'shop' for ConfigMap/,
  );
});

test('a name used in two namespaces, or for two kinds, is none', () => {
  const chart = testChart();
  configMap(chart, 'a', { name: 'settings' });
  expect(() => configMap(chart, 'b', { name: 'settings', namespace: 'other' })).not.toThrow();
  expect(
    () => new RenderedObject(chart, 'c', k8s.KubeSecret, { metadata: { name: 'settings' } }),
  ).not.toThrow();
});

test('rendering twice gives the same, and leaves the props as they were', () => {
  const chart = testChart();
  const props = {
    metadata: { name: 'db' },
    spec: { ports: [{ port: 2 }, { port: 1 }], selector: { b: '1', a: '2' } },
  };
  const before = JSON.stringify(props);
  new RenderedObject(chart, 'o', k8s.KubeService, props);
  expect(Testing.synth(chart)).toEqual(Testing.synth(chart));
  expect(JSON.stringify(props)).toBe(before);
});

test('a value that is settled late is rendered as it is then', () => {
  const chart = testChart();
  const data: Record<string, string> = {};
  new RenderedObject(chart, 'o', k8s.KubeConfigMap, {
    metadata: { name: 'c' },
    data: Lazy.any({ produce: () => data }),
  });
  data.key = 'value';
  expect(manifestOf(chart, 'ConfigMap').data).toEqual({ key: 'value' });
});

test('it is found as the object of its construct', () => {
  const chart = testChart();
  expect(ApiObject.of(configMap(chart, 'o', { name: 'c' })).name).toBe('c');
});
