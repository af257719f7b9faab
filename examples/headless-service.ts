import { Chart, type ChartProps } from 'cdk8s';
import { HeadlessService } from 'cdk8s-drydock';
import { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';

const PODS = { 'app.kubernetes.io/name': 'lab' };

/**
 * Shows a HeadlessService for plain pods: a pod whose subdomain is the Service gets a name of its own, so that
 * `north.lab` and `south.lab` find each other although no StatefulSet runs them.
 */
export class HeadlessServiceExample extends Chart {
  /** The names that each of the two can be reached by, from every namespace. */
  readonly hosts: readonly string[];

  constructor(scope: Construct, id: string, props: ChartProps) {
    super(scope, id, props);
    const lab = new HeadlessService(this, 'lab', {
      pods: PODS,
      ports: [{ name: 'iperf', number: 5201 }],
      publishNotReadyAddresses: true,
    });
    this.hosts = ['north', 'south'].map(hostname => this.addHost(lab, hostname));
  }

  private addHost(lab: HeadlessService, hostname: string): string {
    new k8s.KubePod(this, hostname, {
      metadata: { name: `lab-${hostname}`, labels: PODS },
      spec: {
        hostname,
        subdomain: lab.name,
        containers: [
          {
            name: 'iperf',
            image: 'nicolaka/netshoot:v0.13',
            command: ['iperf3', '--server'],
            ports: [{ name: 'iperf', containerPort: 5201 }],
          },
        ],
      },
    });
    return lab.podFqdn(hostname);
  }
}
