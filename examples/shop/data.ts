import { Chart, type ChartProps } from 'cdk8s';
import type { StorageClass } from 'cdk8s-drydock';
import type { Construct } from 'constructs';
import { Mongo } from './mongo';
import { Postgres } from './postgres';
import { Redis } from './redis';

/** Props of {@link ShopData}. */
export interface ShopDataProps extends ChartProps {
  /** The class of the databases' disks. */
  readonly ssd: StorageClass;
}

/** The shop's databases. */
export class ShopData extends Chart {
  readonly postgres: Postgres;
  readonly mongo: Mongo;
  readonly redis: Redis;

  constructor(scope: Construct, id: string, { ssd, ...props }: ShopDataProps) {
    super(scope, id, props);
    this.postgres = new Postgres(this, 'postgres', { ssd });
    this.mongo = new Mongo(this, 'mongo', { ssd });
    this.redis = new Redis(this, 'redis', { ssd });
  }
}
