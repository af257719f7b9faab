import { Duration, Size } from 'cdk8s';
import {
  ClaimClass,
  Probe,
  StatefulStack,
  type StatefulStackProps,
  type StorageClass,
  Volume,
} from 'cdk8s-drydock';
import { ConfigMap, EnvValue, Secret } from 'cdk8s-plus-28';
import { Construct } from 'constructs';

const IMAGE = 'mongo:7.0.14';
const REPLICA_SET = 'catalogue';

/** The product catalogue: a MongoDB replica set of two members and an arbiter, which votes and holds no data. */
export class Mongo extends Construct {
  private readonly members: StatefulStack;
  private readonly arbiter: StatefulStack;

  constructor(scope: Construct, id: string, { ssd }: { readonly ssd: StorageClass }) {
    super(scope, id);
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

    this.shareKeyFile();
    this.initiate();
  }

  /** What drivers connect with: they find the primary by themselves. */
  get url(): string {
    return `mongodb://${this.members.seedList({ qualified: true })}/?replicaSet=${REPLICA_SET}`;
  }

  // The server wants a key file that it alone can read, which no volume of a Secret gives it.
  private shareKeyFile(): void {
    const secret = Secret.fromSecretName(this, 'key-file', 'mongo-key-file');
    for (const stack of [this.members, this.arbiter]) {
      const key = Volume.emptyDir({ name: 'key', medium: 'Memory' });
      const copy = stack.addInitContainer('key-file', {
        image: IMAGE,
        command: [
          'install',
          '-m',
          '400',
          '-o',
          'mongodb',
          '-g',
          'mongodb',
          '/secret/key-file',
          '/etc/mongo/key-file',
        ],
      });
      copy.mount('/secret', Volume.secret(secret, { name: 'key-file' }), { readOnly: true });
      copy.mount('/etc/mongo', key);
      stack.container.mount('/etc/mongo', key);
    }
  }

  private initiate(): void {
    const { members, arbiter } = this;
    const config = {
      _id: REPLICA_SET,
      members: [...members.pods, ...arbiter.pods].map((pod, index) => ({
        _id: index,
        host: pod.endpoint().qualified().address,
        arbiterOnly: index >= members.pods.length,
      })),
    };
    const script = new ConfigMap(this, 'initiate', {
      metadata: { name: 'mongo-initiate' },
      data: { 'initiate.js': initiateScript(config, members.pods[0]?.hostname ?? '') },
    });
    const admin = Secret.fromSecretName(this, 'admin', 'mongo-admin');
    const initiator = members.addContainer('initiator', {
      image: IMAGE,
      command: [
        'sh',
        '-c',
        'until mongosh --quiet /initiate/initiate.js; do sleep 5; done; exec sleep infinity',
      ],
      env: { ADMIN_PASSWORD: EnvValue.fromSecretValue({ secret: admin, key: 'password' }) },
    });
    initiator.mount('/initiate', Volume.configMap(script), { readOnly: true });
  }
}

function server(props: Omit<StatefulStackProps, 'container'>): StatefulStackProps {
  return {
    ...props,
    // Members find each other before any of them is ready.
    governingService: { publishNotReadyAddresses: true },
    terminationGracePeriod: Duration.minutes(1),
    container: {
      name: 'mongod',
      image: IMAGE,
      args: ['--replSet', REPLICA_SET, '--bind_ip_all', '--keyFile', '/etc/mongo/key-file'],
      ports: [{ name: 'mongo', number: 27017 }],
      readiness: Probe.exec(['mongosh', '--quiet', '--eval', "db.adminCommand('ping')"], {
        timeout: Duration.seconds(5),
      }),
    },
  };
}

// The first member may do this without a password as long as there is no user: afterwards it is refused, and done.
function initiateScript(config: object, firstMember: string): string {
  return [
    `if (require('os').hostname() !== ${JSON.stringify(firstMember)}) quit(0);`,
    'const unless = (done, action) => {',
    '  try { action(); } catch (error) { if (!done.includes(error.codeName)) throw error; }',
    '};',
    `const config = ${JSON.stringify(config, undefined, 2)};`,
    "unless(['AlreadyInitialized', 'Unauthorized'], () => rs.initiate(config));",
    'while (!db.hello().isWritablePrimary && !db.hello().primary) sleep(1000);',
    "const admin = { user: 'admin', pwd: process.env.ADMIN_PASSWORD, roles: ['root'] };",
    "unless(['Unauthorized', 'NotWritablePrimary'], () => db.getSiblingDB('admin').createUser(admin));",
    '',
  ].join('\n');
}
