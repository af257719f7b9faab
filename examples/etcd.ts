import { Chart, type ChartProps, Duration, Size } from 'cdk8s';
import {
  ClaimClass,
  ClientPods,
  type Endpoint,
  Probe,
  StatefulStack,
  TopologyKey,
  TopologySpread,
} from 'cdk8s-drydock';
import { Cpu, EnvFieldPaths, EnvValue } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';

/**
 * etcd with three members, one of which may fail. Each member is told the name and the peer URL of all of them,
 * and advertises its own. Members and clients talk plain HTTP here: give them certificates before it leaves a lab.
 *
 * @see https://etcd.io/docs/v3.6/op-guide/clustering/
 */
export class EtcdExample extends Chart {
  /** What clients connect to. */
  readonly endpoint: Endpoint;

  constructor(scope: Construct, id: string, props: ChartProps) {
    super(scope, id, props);
    const etcd = new StatefulStack(this, 'etcd', {
      replicas: 3,
      // The first member is ready when a majority is, so that none may wait for the one before it, ...
      podManagement: 'Parallel',
      // ... and all must be found before they are ready.
      governingService: { publishNotReadyAddresses: true },
      disruptionBudget: { maxUnavailable: 1 },
      spread: [TopologySpread.required(TopologyKey.HOSTNAME)],
      profile: 'restricted',
      securityContext: { runAsUser: 65532, runAsGroup: 65532, fsGroup: 65532 },
      // The variables of a Service called etcd-client would look like settings of etcd.
      enableServiceLinks: false,
      container: {
        image: 'quay.io/coreos/etcd:v3.6.4',
        ports: [
          { name: 'client', number: 2379 },
          { name: 'peer', number: 2380 },
          { name: 'metrics', number: 2381 },
        ],
        env: {
          ETCD_NAME: EnvValue.fromFieldRef(EnvFieldPaths.POD_NAME),
          // A directory below the mount: etcd wants it for itself alone, and makes it so.
          ETCD_DATA_DIR: '/var/lib/etcd/member-data',
          ETCD_LISTEN_CLIENT_URLS: 'http://0.0.0.0:2379',
          ETCD_LISTEN_PEER_URLS: 'http://0.0.0.0:2380',
          ETCD_LISTEN_METRICS_URLS: 'http://0.0.0.0:2381',
          ETCD_INITIAL_CLUSTER_STATE: 'new',
          ETCD_INITIAL_CLUSTER_TOKEN: 'etcd-examples',
        },
        resources: {
          cpu: { request: Cpu.millis(500) },
          memory: { request: Size.gibibytes(2), limit: Size.gibibytes(2) },
        },
        startup: Probe.http({ path: '/readyz', port: 'metrics', failureThreshold: 30 }),
        readiness: Probe.http({ path: '/readyz', port: 'metrics', timeout: Duration.seconds(5) }),
        liveness: Probe.http({ path: '/livez', port: 'metrics', timeout: Duration.seconds(5) }),
      },
    });
    const data = etcd.addClaim('data', { size: Size.gibibytes(8), storageClass: ClaimClass.named('ssd') });
    etcd.container.mount('/var/lib/etcd', data);

    const { container } = etcd;
    const own = (port: string) => httpUrl(etcd.endpoint(port).ofPod('$(ETCD_NAME)'));
    container.addEnv('ETCD_INITIAL_ADVERTISE_PEER_URLS', own('peer'));
    container.addEnv('ETCD_ADVERTISE_CLIENT_URLS', own('client'));
    const members = etcd.pods.map(pod => `${pod.name}=${httpUrl(pod.endpoint('peer'))}`);
    container.addEnv('ETCD_INITIAL_CLUSTER', members.join(','));

    this.endpoint = etcd
      .addClientService('client', { pods: ClientPods.all(), ports: [{ name: 'client', number: 2379 }] })
      .endpoint();
  }
}

function httpUrl(endpoint: Endpoint): string {
  return endpoint.qualified().url({ scheme: 'http' });
}
