import { Chart, type ChartProps } from 'cdk8s';
import { ExternalNameProxy, type IConnectable } from 'cdk8s-drydock';
import { ConfigMap } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';

/**
 * Shows an ExternalNameProxy of each kind: a mail provider behind a host name, and a warehouse database behind two
 * addresses. Whoever connects knows a Service, and cannot tell which of the two it is, or whether the other side
 * runs in the cluster.
 */
export class ExternalNameProxyExample extends Chart {
  constructor(scope: Construct, id: string, props: ChartProps) {
    super(scope, id, props);
    const mail = new ExternalNameProxy(this, 'mail', {
      host: 'smtp.mail.example',
      port: 465,
      tlsServerName: 'smtp.mail.example',
    });
    const warehouse = new ExternalNameProxy(this, 'warehouse', {
      addresses: ['10.20.0.21', '10.20.0.22'],
      ports: [{ name: 'pg', number: 5432 }],
    });
    this.addSettings(mail, warehouse);
  }

  private addSettings(mail: IConnectable, warehouse: IConnectable): void {
    new ConfigMap(this, 'settings', {
      metadata: { name: 'connections' },
      data: {
        MAIL_URL: mail.endpoint().url({ scheme: 'smtps' }),
        MAIL_TLS_SERVER_NAME: mail.endpoint().tlsServerName ?? '',
        WAREHOUSE_URL: warehouse.endpoint('pg').url({ scheme: 'postgres', path: '/stock' }),
      },
    });
  }
}
