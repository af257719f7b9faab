import { Chart, type ChartProps, Size } from 'cdk8s';
import {
  AccessMode,
  BlueGreen,
  ClaimClass,
  type IConnectable,
  type PersistentVolume,
  Probe,
  TopologyKey,
  TopologySpread,
  VolumeClaim,
} from 'cdk8s-drydock';
import { Cpu, EnvValue, Ingress, IngressBackend, Secret } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import type { Mongo } from './mongo';
import type { Redis } from './redis';

/** Props of {@link ShopWeb}: what the web front connects to, wherever it runs. */
export interface ShopWebProps extends ChartProps {
  readonly media: PersistentVolume;
  readonly postgres: IConnectable;
  readonly mongo: Mongo;
  readonly redis: Redis;
  readonly payments: IConnectable;
  readonly ledger: IConnectable;
}

/** What customers reach: a blue/green web front behind an Ingress. */
export class ShopWeb extends Chart {
  readonly release: BlueGreen;

  constructor(scope: Construct, id: string, props: ShopWebProps) {
    super(scope, id, props);
    const keys = Secret.fromSecretName(this, 'keys', 'web-keys');
    const media = new VolumeClaim(this, 'media', {
      size: Size.gibibytes(200),
      accessModes: [AccessMode.READ_WRITE_MANY],
      storageClass: ClaimClass.static(),
      volume: props.media,
    });
    props.media.reserveFor(media);

    const front = (tag: string) => ({
      replicas: 4,
      profile: 'restricted' as const,
      automountServiceAccountToken: false,
      spread: [TopologySpread.preferred(TopologyKey.ZONE)],
      disruptionBudget: { maxUnavailable: '25%' },
      container: {
        image: `shop/web:${tag}`,
        ports: [{ name: 'http', number: 8080 }],
        env: {
          ...props.postgres.endpoint('pg').qualified().asEnv('POSTGRES'),
          ...props.redis.endpoint.qualified().asEnv('REDIS'),
          ...props.payments.endpoint().asEnv('PAYMENTS'),
          ...props.ledger.endpoint('oracle').asEnv('LEDGER'),
          MONGO_URL: props.mongo.url,
          PAYMENTS_KEY: EnvValue.fromSecretValue({ secret: keys, key: 'payments' }),
        },
        resources: {
          cpu: { request: Cpu.millis(250) },
          memory: { request: Size.mebibytes(256), limit: Size.mebibytes(512) },
        },
        readiness: Probe.http({ path: '/healthz', port: 'http' }),
      },
    });
    this.release = new BlueGreen(this, 'web', {
      live: 'blue',
      blue: front('1.8.0'),
      green: front('1.9.0'),
      ports: [{ name: 'http', number: 80, targetPort: 'http' }],
    });
    for (const color of ['blue', 'green'] as const) {
      this.release.slot(color).container.mount('/srv/media', media, { readOnly: true });
    }

    const ingress = new Ingress(this, 'ingress', { metadata: { name: 'web' }, className: 'nginx' });
    ingress.addHostRule('shop.example', '/', IngressBackend.fromService(this.release.live));
    ingress.addHostRule('preview.shop.example', '/', IngressBackend.fromService(this.release.preview));
  }
}
