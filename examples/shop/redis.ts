import { Size } from 'cdk8s';
import { ClaimClass, type Endpoint, Probe, StatefulStack, type StorageClass, Volume } from 'cdk8s-drydock';
import { ConfigMap } from 'cdk8s-plus-28';
import { Construct } from 'constructs';

/** Sessions and baskets: one Redis that writes every change to its disk. */
export class Redis extends Construct {
  readonly endpoint: Endpoint;

  constructor(scope: Construct, id: string, { ssd }: { readonly ssd: StorageClass }) {
    super(scope, id);
    const config = new ConfigMap(this, 'config', {
      metadata: { name: 'redis-config' },
      data: {
        'redis.conf': ['appendonly yes', 'appendfsync everysec', 'dir /data', 'maxmemory 800mb', ''].join(
          '\n',
        ),
      },
    });
    const server = new StatefulStack(this, 'redis', {
      replicas: 1,
      securityContext: { fsGroup: 999 },
      container: {
        image: 'redis:7.4.1',
        args: ['/etc/redis/redis.conf'],
        ports: [{ name: 'redis', number: 6379 }],
        resources: { memory: { request: Size.gibibytes(1), limit: Size.gibibytes(1) } },
        readiness: Probe.exec(['redis-cli', 'ping']),
      },
    });
    const data = server.addClaim('data', { size: Size.gibibytes(5), storageClass: ClaimClass.of(ssd) });
    server.container.mount('/data', data);
    server.container.mount('/etc/redis', Volume.configMap(config), { readOnly: true });
    this.endpoint = server.endpoint('redis');
  }
}
