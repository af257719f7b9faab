import { EtcdExample } from '../../examples/etcd';
import { manifestOf } from '../render';
import { claimUnder, envNames, envOf, exampleChart, podNames, portNumber, statefulSet } from './chart';

const chart = exampleChart(EtcdExample);
const members = statefulSet(chart, 'etcd');
const env = envOf(members);
const [container] = members.spec.template.spec.containers;

/** A variable as the kubelet gives it to a pod. */
const inPod = (pod: string, name: string) => env[name]?.replaceAll('$(ETCD_NAME)', pod);

test('the initial cluster names every member with its peer URL', () => {
  const urls = podNames(members).map(
    pod =>
      `${pod}=http://${pod}.${members.spec.serviceName}.lab.svc.cluster.local:${portNumber(members, 'peer')}`,
  );
  expect(env.ETCD_INITIAL_CLUSTER).toBe(urls.join(','));
});

test('each member advertises the very peer URL that the others know it by, or etcd refuses to start', () => {
  const cluster = env.ETCD_INITIAL_CLUSTER?.split(',');
  expect(podNames(members).map(pod => `${pod}=${inPod(pod, 'ETCD_INITIAL_ADVERTISE_PEER_URLS')}`)).toEqual(
    cluster,
  );
});

test('each member sends clients to itself', () => {
  expect(inPod('etcd-2', 'ETCD_ADVERTISE_CLIENT_URLS')).toBe(
    `http://etcd-2.etcd.lab.svc.cluster.local:${portNumber(members, 'client')}`,
  );
});

test('a member is called like its pod, and the name stands before what uses it', () => {
  expect(env.ETCD_NAME).toBe('field:metadata.name');
  expect(envNames(members)[0]).toBe('ETCD_NAME');
});

test.each(['client', 'peer', 'metrics'])('etcd listens on the port %s', name => {
  expect(env[`ETCD_LISTEN_${name.toUpperCase()}_URLS`]).toBe(`http://0.0.0.0:${portNumber(members, name)}`);
});

test('the cluster has a token of its own', () => {
  expect(env.ETCD_INITIAL_CLUSTER_TOKEN).toBe('etcd-examples');
});

test('the probes ask the endpoints that etcd has for them, at the metrics port', () => {
  expect(container.readinessProbe.httpGet).toEqual({ path: '/readyz', port: 'metrics' });
  expect(container.livenessProbe.httpGet).toEqual({ path: '/livez', port: 'metrics' });
});

test('one member less leaves a quorum', () => {
  const { maxUnavailable } = manifestOf(chart, 'PodDisruptionBudget').spec;
  expect(members.spec.replicas % 2).toBe(1);
  expect(members.spec.replicas - maxUnavailable).toBeGreaterThan(members.spec.replicas / 2);
});

test('members start together and are found before they are ready', () => {
  expect(members.spec.podManagementPolicy).toBe('Parallel');
  const { spec } = manifestOf(chart, 'Service', 'etcd');
  expect(spec).toMatchObject({ clusterIP: 'None', publishNotReadyAddresses: true });
});

test('no two members are on one node', () => {
  const [spread] = members.spec.template.spec.topologySpreadConstraints;
  expect(spread).toMatchObject({ topologyKey: 'kubernetes.io/hostname', whenUnsatisfiable: 'DoNotSchedule' });
  expect(spread.labelSelector).toEqual(members.spec.selector);
});

test('the data is on a claim, in a directory that etcd makes', () => {
  const directory = env.ETCD_DATA_DIR as string;
  expect(claimUnder(members, directory)).toBe('data');
  expect(container.volumeMounts[0].mountPath).not.toBe(directory);
});

test('clients reach the client port and no other', () => {
  const { spec } = manifestOf(chart, 'Service', 'etcd-client');
  expect(chart.endpoint.address).toBe('etcd-client:2379');
  expect(spec.ports).toEqual([{ name: 'client', port: portNumber(members, 'client') }]);
  expect(spec.selector).toEqual(members.spec.selector.matchLabels);
});
