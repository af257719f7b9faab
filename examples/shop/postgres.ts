import { Duration, Size } from 'cdk8s';
import {
  ClaimClass,
  ClientPods,
  type ClusterService,
  Probe,
  StatefulStack,
  type StorageClass,
  TopologyKey,
  TopologySpread,
} from 'cdk8s-drydock';
import {
  ApiResource,
  Cpu,
  EnvFieldPaths,
  EnvValue,
  Role,
  RoleBinding,
  Secret,
  ServiceAccount,
} from 'cdk8s-plus-28';
import { Construct } from 'constructs';

/** Orders and customers: three PostgreSQL servers of which Patroni, an agent in the pods, elects the primary. */
export class Postgres extends Construct {
  /** Leads to the elected primary. */
  readonly primary: ClusterService;
  /** Leads to every server that is ready. */
  readonly readers: ClusterService;

  constructor(scope: Construct, id: string, { ssd }: { readonly ssd: StorageClass }) {
    super(scope, id);
    const account = new ServiceAccount(this, 'account', {
      metadata: { name: 'postgres' },
      automountToken: true,
    });
    const passwords = Secret.fromSecretName(this, 'passwords', 'postgres-passwords');

    const servers = new StatefulStack(this, 'postgres', {
      replicas: 3,
      serviceAccount: account,
      securityContext: { fsGroup: 103 },
      terminationGracePeriod: Duration.minutes(2),
      disruptionBudget: { maxUnavailable: 1 },
      spread: [TopologySpread.required(TopologyKey.HOSTNAME)],
      container: {
        image: 'ghcr.io/zalando/spilo-16:3.3-p2',
        ports: [
          { name: 'pg', number: 5432 },
          { name: 'patroni', number: 8008 },
        ],
        env: {
          SCOPE: 'postgres',
          PGROOT: '/home/postgres/pgdata/pgroot',
          DCS_ENABLE_KUBERNETES_API: 'true',
          KUBERNETES_USE_CONFIGMAPS: 'true',
          KUBERNETES_SCOPE_LABEL: 'app.kubernetes.io/instance',
          KUBERNETES_ROLE_LABEL: 'spilo-role',
          KUBERNETES_LABELS: '{"app.kubernetes.io/name":"postgres"}',
          POD_IP: EnvValue.fromFieldRef(EnvFieldPaths.POD_IP),
          POD_NAMESPACE: EnvValue.fromFieldRef(EnvFieldPaths.POD_NAMESPACE),
          PGPASSWORD_SUPERUSER: EnvValue.fromSecretValue({ secret: passwords, key: 'superuser' }),
          PGPASSWORD_STANDBY: EnvValue.fromSecretValue({ secret: passwords, key: 'standby' }),
        },
        resources: {
          cpu: { request: Cpu.millis(500) },
          memory: { request: Size.gibibytes(2), limit: Size.gibibytes(2) },
        },
        readiness: Probe.http({ path: '/readiness', port: 'patroni', period: Duration.seconds(10) }),
      },
    });
    const data = servers.addClaim('data', { size: Size.gibibytes(50), storageClass: ClaimClass.of(ssd) });
    servers.container.mount('/home/postgres/pgdata', data);

    const election = new Role(this, 'election', { metadata: { name: 'postgres' } });
    const verbs = ['create', 'get', 'list', 'patch', 'update', 'watch', 'delete', 'deletecollection'];
    election.allow(verbs, ApiResource.CONFIG_MAPS);
    election.allow(['get', 'list', 'patch', 'update', 'watch'], ApiResource.PODS);
    new RoleBinding(this, 'electors', { metadata: { name: 'postgres' }, role: election }).addSubjects(
      servers,
    );

    const ports = [{ name: 'pg', number: 5432 }];
    this.primary = servers.addClientService('primary', {
      ports,
      pods: ClientPods.elected({ labels: { 'spilo-role': 'master' }, setBy: servers.container }),
    });
    this.readers = servers.addClientService('readers', { ports, pods: ClientPods.all() });
  }
}
