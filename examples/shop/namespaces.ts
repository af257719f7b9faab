import { Chart } from 'cdk8s';
import { Namespace } from 'cdk8s-drydock';
import type { Construct } from 'constructs';

/** Where the shop runs: its data apart from what customers reach. */
export class ShopNamespaces extends Chart {
  readonly data: Namespace;
  readonly web: Namespace;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.data = new Namespace(this, 'shop-data', { podSecurity: 'baseline' });
    this.web = new Namespace(this, 'shop-web', { podSecurity: 'restricted' });
  }
}
