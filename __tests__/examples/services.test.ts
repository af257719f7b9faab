import { ExternalNameProxyExample } from '../../examples/external-name-proxy';
import { HeadlessServiceExample } from '../../examples/headless-service';
import { ManualEndpointsExample } from '../../examples/manual-endpoints';
import { type AnyManifest, manifestOf, manifestsOf } from '../render';
import { exampleChart } from './chart';

test('plain pods get names of their own behind a headless Service', () => {
  const chart = exampleChart(HeadlessServiceExample);
  const pods = manifestsOf(chart).filter(m => m.kind === 'Pod');
  const { metadata, spec } = manifestOf(chart, 'Service');
  expect(spec.clusterIP).toBe('None');
  expect(pods.map(pod => `${pod.spec.hostname}.${pod.spec.subdomain}.lab.svc.cluster.local`)).toEqual(
    chart.hosts,
  );
  for (const pod of pods) {
    expect(pod.spec.subdomain).toBe(metadata.name);
    expect(pod.metadata.labels).toMatchObject(spec.selector);
  }
});

describe('endpoints by hand', () => {
  const chart = exampleChart(ManualEndpointsExample);
  const service = manifestOf(chart, 'Service');
  const slices = manifestsOf(chart).filter(m => m.kind === 'EndpointSlice');

  test('there is a slice for each family of the Service', () => {
    expect(slices.map(slice => slice.addressType)).toEqual(service.spec.ipFamilies);
    for (const { metadata } of slices) {
      expect(metadata.labels['kubernetes.io/service-name']).toBe(service.metadata.name);
    }
  });

  test('the port is found by its name, and is the one that the servers listen on', () => {
    const [{ name, port, targetPort }] = service.spec.ports;
    expect(port).toBe(636);
    for (const { ports } of slices) expect(ports).toEqual([{ name, port: targetPort }]);
  });

  test('one server is out of service', () => {
    const endpoints: AnyManifest[] = slices.flatMap(slice => slice.endpoints);
    const resting = endpoints.filter(e => e.conditions?.ready === false);
    expect(resting.map(e => e.addresses)).toEqual([['10.30.0.7']]);
    expect(endpoints).toHaveLength(5);
  });
});

describe('hosts outside', () => {
  const chart = exampleChart(ExternalNameProxyExample);
  const { data } = manifestOf(chart, 'ConfigMap');

  test('a host name is an alias, and addresses are a slice', () => {
    expect(manifestOf(chart, 'Service', 'mail').spec.externalName).toBe('smtp.mail.example');
    expect(manifestOf(chart, 'EndpointSlice').endpoints).toHaveLength(2);
  });

  test('consumers know the Services alone, and the name for TLS', () => {
    expect(data).toEqual({
      MAIL_URL: 'smtps://mail:465',
      MAIL_TLS_SERVER_NAME: 'smtp.mail.example',
      WAREHOUSE_URL: 'postgres://warehouse:5432/stock',
    });
  });
});
