import { Chart, type ChartProps } from 'cdk8s';
import { ExternalNameProxy } from 'cdk8s-drydock';
import type { Construct } from 'constructs';

/** What the shop uses and does not run: consumers know it by a Service, as if it were in the cluster. */
export class ShopOutside extends Chart {
  /** The payment provider, behind a host name. */
  readonly payments: ExternalNameProxy;
  /** The old Oracle database of the bookkeeping, behind two addresses. */
  readonly ledger: ExternalNameProxy;

  constructor(scope: Construct, id: string, props: ChartProps) {
    super(scope, id, props);
    this.payments = new ExternalNameProxy(this, 'payments', {
      host: 'api.pay.example',
      port: 443,
      tlsServerName: 'api.pay.example',
    });
    this.ledger = new ExternalNameProxy(this, 'ledger', {
      addresses: ['10.20.0.11', '10.20.0.12'],
      ports: [{ name: 'oracle', number: 1521 }],
    });
  }
}
