import { KafkaExample } from '../../examples/kafka';
import { manifestOf } from '../render';
import { claimUnder, envNames, envOf, exampleChart, podNames, portNumber, statefulSet } from './chart';

const chart = exampleChart(KafkaExample);
const controllers = statefulSet(chart, 'kafka-controller');
const brokers = statefulSet(chart, 'kafka');
const roles = [
  ['controllers', controllers],
  ['brokers', brokers],
] as const;

const ordinal = (pod: string) => pod.slice(pod.lastIndexOf('-') + 1);

test.each(roles)(
  'the voters that %s know are the pods of the controllers, by number and name',
  (_, servers) => {
    const service = `${controllers.spec.serviceName}.lab.svc.cluster.local`;
    const voters = podNames(controllers).map(
      pod => `${ordinal(pod)}@${pod}.${service}:${portNumber(controllers, 'controller')}`,
    );
    expect(envOf(servers).KAFKA_CONTROLLER_QUORUM_VOTERS).toBe(voters.join(','));
  },
);

test.each(roles)('the node id of %s is the ordinal of the pod', (_, servers) => {
  expect(envOf(servers).KAFKA_NODE_ID).toBe("field:metadata.labels['apps.kubernetes.io/pod-index']");
});

test('no broker has the number of a controller', () => {
  const taken = podNames(controllers).map(ordinal);
  expect(podNames(brokers).filter(pod => taken.includes(ordinal(pod)))).toEqual([]);
});

test('the quorum is odd, and one less leaves a majority', () => {
  const { replicas } = controllers.spec;
  const budget = manifestOf(chart, 'PodDisruptionBudget', 'kafka-controller').spec.maxUnavailable;
  expect(replicas % 2).toBe(1);
  expect(replicas - budget).toBeGreaterThan(replicas / 2);
});

test('one broker less still takes writes', () => {
  const { spec } = manifestOf(chart, 'PodDisruptionBudget', 'kafka');
  const left = brokers.spec.replicas - spec.maxUnavailable;
  expect(left).toBeGreaterThanOrEqual(Number(envOf(brokers).KAFKA_MIN_INSYNC_REPLICAS));
  expect(left).toBeGreaterThanOrEqual(Number(envOf(brokers).KAFKA_TRANSACTION_STATE_LOG_MIN_ISR));
});

test('no topic asks for more replicas than there are brokers', () => {
  const factors = Object.entries(envOf(brokers)).filter(([name]) => name.endsWith('REPLICATION_FACTOR'));
  expect(factors).toHaveLength(3);
  for (const [, factor] of factors) expect(Number(factor)).toBeLessThanOrEqual(brokers.spec.replicas);
});

test('a broker advertises its own name, which its governing Service resolves', () => {
  expect(envOf(brokers).KAFKA_ADVERTISED_LISTENERS).toBe(
    `PLAINTEXT://$(POD_NAME).${brokers.spec.serviceName}.lab.svc.cluster.local:${portNumber(brokers, 'broker')}`,
  );
});

test('a controller advertises nothing: its image refuses to start otherwise', () => {
  expect(envNames(controllers)).not.toContain('KAFKA_ADVERTISED_LISTENERS');
});

test('POD_NAME stands before the variable that uses it, since the kubelet resolves in order', () => {
  const names = envNames(brokers);
  expect(names.indexOf('POD_NAME')).toBeGreaterThanOrEqual(0);
  expect(names.indexOf('POD_NAME')).toBeLessThan(names.indexOf('KAFKA_ADVERTISED_LISTENERS'));
});

test.each(roles)('%s listen where their container says', (_, servers) => {
  const { containerPort } = servers.spec.template.spec.containers[0].ports[0];
  expect(envOf(servers).KAFKA_LISTENERS).toMatch(new RegExp(`^[A-Z]+://:${containerPort}$`));
});

test.each(roles)('%s keep their logs in a directory below a claim of their own', (_, servers) => {
  const directory = envOf(servers).KAFKA_LOG_DIRS as string;
  expect(claimUnder(servers, directory)).toBe('data');
  const mounts = servers.spec.template.spec.containers[0].volumeMounts;
  expect(mounts.map((m: { mountPath: string }) => m.mountPath)).not.toContain(directory);
});

test.each(roles)('%s start together and are found before they are ready', (_, servers) => {
  expect(servers.spec.podManagementPolicy).toBe('Parallel');
  const { spec } = manifestOf(chart, 'Service', servers.spec.serviceName);
  expect(spec).toMatchObject({ clusterIP: 'None', publishNotReadyAddresses: true });
});

test.each(roles)('no Service gives %s a variable that the image takes for a setting', (_, servers) => {
  expect(servers.spec.template.spec.enableServiceLinks).toBe(false);
});

test('all servers are of one cluster', () => {
  const id = envOf(controllers).CLUSTER_ID as string;
  expect(Buffer.from(id, 'base64url')).toHaveLength(16);
  expect(envOf(brokers).CLUSTER_ID).toBe(id);
});

test('clients begin at a Service that leads to the brokers alone', () => {
  expect(chart.bootstrap.address).toBe('kafka-bootstrap:9092');
  const { selector } = manifestOf(chart, 'Service', 'kafka-bootstrap').spec;
  expect(selector).toEqual(brokers.spec.selector.matchLabels);
  expect(selector).not.toEqual(controllers.spec.selector.matchLabels);
});
