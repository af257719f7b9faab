import { Duration, Size } from 'cdk8s';
import {
  ClaimClass,
  type Container,
  Probe,
  StatefulStack,
  type StatefulStackProps,
  type StorageClass,
  Volume,
} from 'cdk8s-drydock';
import { ConfigMap, EnvValue, type ISecret, Secret } from 'cdk8s-plus-28';
import { Construct } from 'constructs';

const REPLICA_SET = 'catalogue';

/** The product catalogue: a MongoDB replica set of two members and an arbiter, which votes and holds no data. */
export class Mongo extends Construct {
  private readonly members: StatefulStack;
  private readonly arbiter: StatefulStack;

  constructor(scope: Construct, id: string, { ssd }: { readonly ssd: StorageClass }) {
    super(scope, id);
    const keyFile = Secret.fromSecretName(this, 'key-file', 'mongo-key-file');
    this.members = new StatefulStack(
      this,
      'mongo',
      server({ replicas: 2, disruptionBudget: { maxUnavailable: 1 } }),
    );
    const data = this.members.addClaim('data', {
      size: Size.gibibytes(20),
      storageClass: ClaimClass.of(ssd),
    });
    this.members.container.mount('/data/db', data);

    this.arbiter = new StatefulStack(this, 'mongo-arbiter', server({ replicas: 1 }));
    this.arbiter.container.mount('/data/db', Volume.emptyDir({ name: 'data' }));

    for (const { container } of [this.members, this.arbiter]) mountKeyFile(container, keyFile);
    this.initiate(Secret.fromSecretName(this, 'admin', 'mongo-admin'));
  }

  /** What drivers connect with: they find the primary by themselves. */
  get url(): string {
    return `mongodb://${this.members.seedList({ qualified: true })}/?replicaSet=${REPLICA_SET}`;
  }

  private initiate(admin: ISecret): void {
    const hosts = [...this.members.pods, ...this.arbiter.pods].map(pod => pod.endpoint().qualified().address);
    const members = hosts.map((host, index) => ({
      _id: index,
      host,
      arbiterOnly: index >= this.members.pods.length,
    }));
    const script = new ConfigMap(this, 'initiate', {
      metadata: { name: 'mongo-initiate' },
      data: {
        'initiate.js': [
          `const config = ${JSON.stringify({ _id: REPLICA_SET, members })};`,
          'try { rs.status(); } catch (error) { rs.initiate(config); }',
        ].join('\n'),
      },
    });
    const initiator = this.members.addContainer('initiator', {
      image: 'mongo:7.0.14',
      command: [
        'sh',
        '-c',
        'until mongosh --quiet /initiate/initiate.js; do sleep 5; done; exec sleep infinity',
      ],
      env: { MONGO_PASSWORD: EnvValue.fromSecretValue({ secret: admin, key: 'password' }) },
    });
    initiator.mount('/initiate', Volume.configMap(script));
  }
}

function server(props: Omit<StatefulStackProps, 'container'>): StatefulStackProps {
  return {
    ...props,
    // Members find each other before any of them is ready.
    governingService: { publishNotReadyAddresses: true },
    securityContext: { fsGroup: 999 },
    terminationGracePeriod: Duration.minutes(1),
    container: {
      name: 'mongod',
      image: 'mongo:7.0.14',
      args: ['--replSet', REPLICA_SET, '--bind_ip_all', '--keyFile', '/etc/mongo/key-file'],
      ports: [{ name: 'mongo', number: 27017 }],
      readiness: Probe.exec(['mongosh', '--quiet', '--eval', "db.adminCommand('ping')"], {
        timeout: Duration.seconds(5),
      }),
    },
  };
}

function mountKeyFile(container: Container, keyFile: ISecret): void {
  const volume = Volume.secret(keyFile, {
    name: 'key-file',
    defaultMode: 0o400,
    items: { 'key-file': { path: 'key-file' } },
  });
  container.mount('/etc/mongo', volume, { readOnly: true });
}
