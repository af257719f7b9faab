import { Chart, type ChartProps } from 'cdk8s';
import { BlueGreen, type Color, Probe } from 'cdk8s-drydock';
import { Cpu, HorizontalPodAutoscaler } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';

/** Props of {@link BlueGreenExample}. */
export interface BlueGreenExampleProps extends ChartProps {
  /** The colour that customers see. @default blue */
  readonly live?: Color;
}

/**
 * Shows a BlueGreen release: two versions run side by side, `checkout` leads to the live one and `checkout-preview`
 * to the other. Turning `live`, forth or back, changes two selectors and nothing else.
 */
export class BlueGreenExample extends Chart {
  constructor(scope: Construct, id: string, { live = 'blue', ...props }: BlueGreenExampleProps) {
    super(scope, id, props);
    const version = (tag: string) => ({
      disruptionBudget: { maxUnavailable: '25%' },
      container: {
        image: `shop/checkout:${tag}`,
        ports: [{ name: 'http', number: 8080 }],
        resources: { cpu: { request: Cpu.millis(200) } },
        readiness: Probe.http({ path: '/healthz', port: 'http' }),
      },
    });
    const checkout = new BlueGreen(this, 'checkout', {
      live,
      blue: version('4.2.0'),
      green: version('4.3.0'),
      ports: [{ name: 'http', number: 80, targetPort: 'http' }],
    });
    for (const color of ['blue', 'green'] as const) {
      new HorizontalPodAutoscaler(this, `${color}-autoscaler`, {
        metadata: { name: `checkout-${color}` },
        target: checkout.slot(color),
        minReplicas: 3,
        maxReplicas: 12,
      });
    }
  }
}
