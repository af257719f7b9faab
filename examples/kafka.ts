import { Chart, type ChartProps, Duration, Size } from 'cdk8s';
import {
  ClaimClass,
  ClientPods,
  type Endpoint,
  Probe,
  StatefulStack,
  type StatefulStackProps,
  TopologyKey,
  TopologySpread,
} from 'cdk8s-drydock';
import { Cpu, EnvFieldPaths, EnvValue } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';

/** Every server of a cluster bears it: 16 random bytes, which `kafka-storage.sh random-uuid` makes. No secret. */
const CLUSTER_ID = 'J_7G-dvgQvwNRh4TCH0oqw';

/**
 * Apache Kafka in KRaft mode: three controllers, and three brokers apart from them, as its documentation wants it
 * where it matters, so that either can be restarted and scaled without the other. A server's number is the ordinal
 * of its pod; those of the brokers begin at 100, since no controller may have the same. Listeners are plain text
 * here: give them certificates before it leaves a lab.
 *
 * @see https://kafka.apache.org/40/operations/kraft
 */
export class KafkaExample extends Chart {
  /** What clients connect to first; from there they are led to each broker by its own name. */
  readonly bootstrap: Endpoint;

  constructor(scope: Construct, id: string, props: ChartProps) {
    super(scope, id, props);
    const controllers = new StatefulStack(
      this,
      'kafka-controller',
      server({ role: 'controller', listener: 'CONTROLLER', port: 9093 }),
    );
    const brokers = new StatefulStack(this, 'kafka', {
      ...server({ role: 'broker', listener: 'PLAINTEXT', port: 9092 }),
      firstOrdinal: 100,
      terminationGracePeriod: Duration.minutes(5),
    });
    addDisk(controllers, Size.gibibytes(10));
    addDisk(brokers, Size.gibibytes(200));

    const voters = controllers.pods
      .map(pod => `${pod.ordinal}@${pod.endpoint().qualified().address}`)
      .join(',');
    for (const { container } of [controllers, brokers]) {
      container.addEnv('KAFKA_CONTROLLER_QUORUM_VOTERS', voters);
    }
    const own = brokers.endpoint().ofPod('$(POD_NAME)').qualified().url({ scheme: 'PLAINTEXT' });
    brokers.container.addEnv('KAFKA_ADVERTISED_LISTENERS', own);

    this.bootstrap = brokers.addClientService('bootstrap', { pods: ClientPods.all() }).endpoint();
  }
}

/** What a server is there for, and where it listens. */
interface Server {
  readonly role: 'controller' | 'broker';
  readonly listener: string;
  readonly port: number;
}

function server({ role, listener, port }: Server): StatefulStackProps {
  return {
    replicas: 3,
    // No controller is ready alone: all start at once, and are found before they are ready.
    podManagement: 'Parallel',
    governingService: { publishNotReadyAddresses: true },
    disruptionBudget: { maxUnavailable: 1 },
    spread: [TopologySpread.required(TopologyKey.HOSTNAME)],
    securityContext: { runAsUser: 1000, runAsGroup: 1000, fsGroup: 1000 },
    // The image takes every variable that begins with KAFKA_ for a setting, those of Services too.
    enableServiceLinks: false,
    container: {
      name: 'kafka',
      image: 'apache/kafka:4.0.0',
      ports: [{ name: role, number: port }],
      env: {
        POD_NAME: EnvValue.fromFieldRef(EnvFieldPaths.POD_NAME),
        KAFKA_NODE_ID: EnvValue.fromFieldRef(EnvFieldPaths.POD_LABEL, {
          key: 'apps.kubernetes.io/pod-index',
        }),
        CLUSTER_ID,
        KAFKA_PROCESS_ROLES: role,
        KAFKA_LISTENERS: `${listener}://:${port}`,
        KAFKA_CONTROLLER_LISTENER_NAMES: 'CONTROLLER',
        KAFKA_LISTENER_SECURITY_PROTOCOL_MAP: 'CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT',
        // A directory below the mount: Kafka refuses to start beside the lost+found of a new disk.
        KAFKA_LOG_DIRS: '/var/lib/kafka/data/logs',
        KAFKA_DEFAULT_REPLICATION_FACTOR: '3',
        KAFKA_MIN_INSYNC_REPLICAS: '2',
        KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR: '3',
        KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR: '3',
        KAFKA_TRANSACTION_STATE_LOG_MIN_ISR: '2',
      },
      resources: { cpu: { request: Cpu.millis(500) }, memory: { request: Size.gibibytes(2) } },
      startup: Probe.tcp({ port: role, failureThreshold: 60, period: Duration.seconds(5) }),
      readiness: Probe.tcp({ port: role }),
      liveness: Probe.tcp({ port: role, period: Duration.seconds(30) }),
    },
  };
}

function addDisk(stack: StatefulStack, size: Size): void {
  const data = stack.addClaim('data', { size, storageClass: ClaimClass.named('ssd') });
  stack.container.mount('/var/lib/kafka/data', data);
}
