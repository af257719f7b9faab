import type { Chart, ChartProps } from 'cdk8s';
import type { Construct } from 'constructs';
import { BlueGreenExample } from './blue-green';
import { ElasticsearchExample } from './elasticsearch';
import { EscapeHatchExample } from './escape-hatch';
import { EtcdExample } from './etcd';
import { ExternalNameProxyExample } from './external-name-proxy';
import { HeadlessServiceExample } from './headless-service';
import { KafkaExample } from './kafka';
import { ManualEndpointsExample } from './manual-endpoints';
import { RestrictedProfileExample } from './restricted-profile';
import { StatefulBlueGreenExample } from './stateful-blue-green';
import { StatefulStackExample } from './stateful-stack';
import { StaticVolumeExample } from './static-volume';
import { StorageClassExample } from './storage-class';
import { VolumeSnapshotExample } from './volume-snapshot';

/** An example: a chart that needs a namespace and nothing else. */
export type Example = new (scope: Construct, id: string, props: ChartProps) => Chart;

/** The examples by name: first what each construct does, then three well-known systems. */
export const EXAMPLES: Readonly<Record<string, Example>> = {
  'stateful-stack': StatefulStackExample,
  'headless-service': HeadlessServiceExample,
  'manual-endpoints': ManualEndpointsExample,
  'external-name-proxy': ExternalNameProxyExample,
  'storage-class': StorageClassExample,
  'static-volume': StaticVolumeExample,
  'blue-green': BlueGreenExample,
  'stateful-blue-green': StatefulBlueGreenExample,
  'volume-snapshot': VolumeSnapshotExample,
  'restricted-profile': RestrictedProfileExample,
  'escape-hatch': EscapeHatchExample,
  kafka: KafkaExample,
  elasticsearch: ElasticsearchExample,
  etcd: EtcdExample,
};

/**
 * The examples of these names, or all of them.
 *
 * @throws Error for a name that no example has.
 */
export function namedExamples(names: readonly string[]): [string, Example][] {
  const unknown = names.find(name => !Object.hasOwn(EXAMPLES, name));
  if (unknown)
    throw new Error(`no example is called '${unknown}'; there are ${Object.keys(EXAMPLES).join(', ')}`);
  return Object.entries(EXAMPLES).filter(([name]) => names.length === 0 || names.includes(name));
}
