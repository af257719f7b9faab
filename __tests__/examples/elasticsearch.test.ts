import { ElasticsearchExample, type ElasticsearchExampleProps } from '../../examples/elasticsearch';
import { type AnyManifest, manifestOf } from '../render';
import { claimUnder, envNames, envOf, exampleChart, podNames, portNumber, statefulSet } from './chart';

const chart = exampleChart(ElasticsearchExample);
const nodes = statefulSet(chart, 'elasticsearch');
const pod = nodes.spec.template.spec;
const [container] = pod.containers;

test('the seed hosts are all pods behind the governing Service, at the transport port', () => {
  const port = portNumber(nodes, 'transport');
  const seeds = podNames(nodes).map(name => `${name}.${nodes.spec.serviceName}:${port}`);
  expect(envOf(nodes)['discovery.seed_hosts']).toBe(seeds.join(','));
});

test('the initial masters are the names that the nodes have', () => {
  expect(envOf(nodes)['node.name']).toBe('field:metadata.name');
  expect(envOf(nodes)['cluster.initial_master_nodes']).toBe(podNames(nodes).join(','));
});

test('once the cluster is formed the initial masters are left out, and nothing else', () => {
  const props: ElasticsearchExampleProps = { formCluster: false };
  const formed = statefulSet(exampleChart(ElasticsearchExample, props), 'elasticsearch');
  expect(envNames(formed)).toEqual(envNames(nodes).filter(name => name !== 'cluster.initial_master_nodes'));
});

test('one node less leaves a majority to elect a master', () => {
  const { maxUnavailable } = manifestOf(chart, 'PodDisruptionBudget').spec;
  expect(nodes.spec.replicas - maxUnavailable).toBeGreaterThan(nodes.spec.replicas / 2);
});

test('nodes start together and are found before they are ready', () => {
  expect(nodes.spec.podManagementPolicy).toBe('Parallel');
  const { spec } = manifestOf(chart, 'Service', 'elasticsearch');
  expect(spec).toMatchObject({ clusterIP: 'None', publishNotReadyAddresses: true });
});

test('the node has enough memory maps before Elasticsearch starts', () => {
  const [init] = pod.initContainers;
  const [, count] = /^vm\.max_map_count=(\d+)$/.exec(init.command.at(-1)) ?? [];
  expect(Number(count)).toBeGreaterThanOrEqual(262_144);
  expect(init.securityContext).toEqual({ privileged: true, runAsUser: 0 });
});

test('Elasticsearch itself runs as the user of its image, who can write to its claim', () => {
  expect(pod.securityContext).toMatchObject({ runAsUser: 1000, fsGroup: 1000 });
  expect(container.securityContext).toBeUndefined();
});

test('the heap is fixed, and half of the memory', () => {
  const [, least, most] = /-Xms(\d+)g -Xmx(\d+)g/.exec(envOf(nodes).ES_JAVA_OPTS as string) ?? [];
  expect(least).toBe(most);
  expect(container.resources.limits.memory).toBe(`${Number(most) * 2}Gi`);
  expect(container.resources.requests.memory).toBe(container.resources.limits.memory);
});

test('a node is ready when its readiness port is open', () => {
  expect(container.readinessProbe.tcpSocket.port).toBe('readiness');
  expect(envOf(nodes)['readiness.port']).toBe(String(portNumber(nodes, 'readiness')));
});

test('the data is on a claim', () => {
  expect(claimUnder(nodes, '/usr/share/elasticsearch/data')).toBe('data');
});

test('the certificates of the transport are those of the mounted Secret', () => {
  const mount = container.volumeMounts.find((m: AnyManifest) => m.readOnly);
  const volume = pod.volumes.find((v: AnyManifest) => v.name === mount.name);
  expect(volume.secret.secretName).toBe('elasticsearch-certificates');
  const path = envOf(nodes)['xpack.security.transport.ssl.keystore.path'] as string;
  expect(`/usr/share/elasticsearch/config/${path}`.startsWith(`${mount.mountPath}/`)).toBe(true);
});

test('clients reach the HTTP port and no other', () => {
  const { spec } = manifestOf(chart, 'Service', 'elasticsearch-http');
  expect(chart.endpoint.address).toBe('elasticsearch-http:9200');
  expect(spec.ports).toEqual([{ name: 'http', port: portNumber(nodes, 'http') }]);
  expect(spec.selector).toEqual(nodes.spec.selector.matchLabels);
});
