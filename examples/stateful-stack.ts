import { Chart, type ChartProps, Duration, Size } from 'cdk8s';
import { ClaimClass, ClientPods, Probe, StatefulStack, Volume } from 'cdk8s-drydock';
import { ConfigMap } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';

/**
 * Shows a StatefulStack: two Prometheus servers, each with a disk of its own, a file of settings that both read, a
 * container beside them that has them read it again, a budget, and a Service for dashboards.
 */
export class StatefulStackExample extends Chart {
  constructor(scope: Construct, id: string, props: ChartProps) {
    super(scope, id, props);
    const settings = new ConfigMap(this, 'settings', {
      metadata: { name: 'prometheus-settings' },
      data: { 'prometheus.yml': 'global:\n  scrape_interval: 30s\n' },
    });
    const servers = new StatefulStack(this, 'prometheus', {
      replicas: 2,
      podManagement: 'Parallel',
      claimRetention: { whenScaled: 'Delete' },
      disruptionBudget: { maxUnavailable: 1 },
      securityContext: { runAsUser: 65534, fsGroup: 65534 },
      container: {
        image: 'prom/prometheus:v2.54.1',
        args: [
          '--config.file=/etc/prometheus/prometheus.yml',
          '--storage.tsdb.path=/prometheus',
          '--storage.tsdb.retention.size=40GB',
          '--web.enable-lifecycle',
        ],
        ports: [{ name: 'web', number: 9090 }],
        readiness: Probe.http({ path: '/-/ready', port: 'web' }),
        liveness: Probe.http({ path: '/-/healthy', port: 'web', period: Duration.seconds(30) }),
      },
    });
    const data = servers.addClaim('data', {
      size: Size.gibibytes(50),
      storageClass: ClaimClass.named('ssd'),
    });
    const files = Volume.configMap(settings);
    servers.container.mount('/prometheus', data);
    servers.container.mount('/etc/prometheus', files, { readOnly: true });

    const reloader = servers.addContainer('reloader', {
      image: 'jimmidyson/configmap-reload:v0.14.0',
      args: ['--volume-dir=/etc/prometheus', '--webhook-url=http://127.0.0.1:9090/-/reload'],
    });
    reloader.mount('/etc/prometheus', files, { readOnly: true });

    servers.addClientService('dashboards', {
      pods: ClientPods.all(),
      ports: [{ name: 'http', number: 80, targetPort: 'web' }],
    });
  }
}
