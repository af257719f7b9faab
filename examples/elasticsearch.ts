import { Chart, type ChartProps, Duration, Size } from 'cdk8s';
import {
  ClaimClass,
  ClientPods,
  type Endpoint,
  Probe,
  StatefulStack,
  TopologyKey,
  TopologySpread,
  Volume,
} from 'cdk8s-drydock';
import { Cpu, EnvFieldPaths, EnvValue, Secret } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';

/** Props of {@link ElasticsearchExample}. */
export interface ElasticsearchExampleProps extends ChartProps {
  /**
   * Whether the cluster is to be formed. Elastic asks to leave the setting out as soon as it is: a node that lost its
   * disk could form another one.
   *
   * @default true
   */
  readonly formCluster?: boolean;
}

/**
 * Elasticsearch with three nodes that may all be elected master, and all hold data. Nodes prove themselves to each
 * other by the certificates in the Secret `elasticsearch-certificates`.
 *
 * @see https://www.elastic.co/docs/deploy-manage/deploy/self-managed/install-elasticsearch-docker-prod
 */
export class ElasticsearchExample extends Chart {
  /** What clients connect to. */
  readonly endpoint: Endpoint;

  constructor(scope: Construct, id: string, { formCluster = true, ...props }: ElasticsearchExampleProps) {
    super(scope, id, props);
    const certificates = Secret.fromSecretName(this, 'certificates', 'elasticsearch-certificates');
    const users = Secret.fromSecretName(this, 'users', 'elasticsearch-users');

    const nodes = new StatefulStack(this, 'elasticsearch', {
      replicas: 3,
      // No node is ready before a majority has elected a master: all start at once, and are found before.
      podManagement: 'Parallel',
      governingService: { publishNotReadyAddresses: true },
      disruptionBudget: { maxUnavailable: 1 },
      spread: [TopologySpread.required(TopologyKey.HOSTNAME)],
      securityContext: { runAsUser: 1000, runAsGroup: 1000, fsGroup: 1000 },
      terminationGracePeriod: Duration.minutes(2),
      enableServiceLinks: false,
      container: {
        image: 'elasticsearch:8.15.3',
        ports: [
          { name: 'http', number: 9200 },
          { name: 'transport', number: 9300 },
          { name: 'readiness', number: 9399 },
        ],
        env: {
          'cluster.name': 'examples',
          'node.name': EnvValue.fromFieldRef(EnvFieldPaths.POD_NAME),
          'network.host': '0.0.0.0',
          'readiness.port': '9399',
          ELASTIC_PASSWORD: EnvValue.fromSecretValue({ secret: users, key: 'elastic' }),
          'xpack.security.enabled': 'true',
          'xpack.security.transport.ssl.enabled': 'true',
          'xpack.security.transport.ssl.verification_mode': 'certificate',
          'xpack.security.transport.ssl.client_authentication': 'required',
          'xpack.security.transport.ssl.keystore.path': 'certs/elastic-certificates.p12',
          'xpack.security.transport.ssl.truststore.path': 'certs/elastic-certificates.p12',
          // Half of the memory: the file system's cache needs the other half.
          ES_JAVA_OPTS: '-Xms2g -Xmx2g',
        },
        resources: {
          cpu: { request: Cpu.units(1) },
          memory: { request: Size.gibibytes(4), limit: Size.gibibytes(4) },
        },
        // The port is open while the node is part of a cluster with a master.
        readiness: Probe.tcp({ port: 'readiness' }),
      },
    });
    // It sets the whole node, which Elastic prefers to going without memory maps: the namespace must allow it.
    nodes.addInitContainer('memory-maps', {
      image: 'busybox:1.37.0',
      command: ['sysctl', '-w', 'vm.max_map_count=1048576'],
      securityContext: { privileged: true, runAsUser: 0 },
    });
    const data = nodes.addClaim('data', { size: Size.gibibytes(100), storageClass: ClaimClass.named('ssd') });
    nodes.container.mount('/usr/share/elasticsearch/data', data);
    nodes.container.mount('/usr/share/elasticsearch/config/certs', Volume.secret(certificates), {
      readOnly: true,
    });

    const seeds = nodes.seedList({ port: 'transport' });
    nodes.container.addEnv('discovery.seed_hosts', seeds);
    if (formCluster) {
      const names = nodes.pods.map(pod => pod.name).join(',');
      nodes.container.addEnv('cluster.initial_master_nodes', names);
    }

    this.endpoint = nodes
      .addClientService('http', { pods: ClientPods.all(), ports: [{ name: 'http', number: 9200 }] })
      .endpoint();
  }
}
