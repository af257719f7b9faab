import { Chart, type ChartProps } from 'cdk8s';
import { ManualEndpoints } from 'cdk8s-drydock';
import type { Construct } from 'constructs';

/**
 * Shows ManualEndpoints: one name in the cluster for the directory servers of the old data centre, which are known
 * by their addresses, in both families. Pods connect to `ldap:636`, and the servers listen on 1636.
 */
export class ManualEndpointsExample extends Chart {
  constructor(scope: Construct, id: string, props: ChartProps) {
    super(scope, id, props);
    new ManualEndpoints(this, 'ldap', {
      ports: [{ name: 'ldaps', number: 636, targetPort: 1636 }],
      addresses: [
        { address: '10.30.0.5', zone: 'cellar-1' },
        { address: '10.30.0.6', zone: 'cellar-2' },
        // Out of service until the new disks are in.
        { address: '10.30.0.7', zone: 'cellar-2', ready: false },
        '2001:db8:30::5',
        '2001:db8:30::6',
      ],
    });
  }
}
