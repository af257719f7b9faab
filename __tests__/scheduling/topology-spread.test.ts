import { TopologyKey, TopologySpread } from '../../lib/scheduling/topology-spread';
import { StatefulStack } from '../../lib/workloads/stateful-stack';
import { manifestOf, testChart } from '../render';

test('topology spread reuses the selector of the workload (cdk8s-plus#361)', () => {
  const chart = testChart();
  new StatefulStack(chart, 'web', {
    container: { image: 'web:1' },
    spread: [TopologySpread.required(TopologyKey.HOSTNAME), TopologySpread.preferred(TopologyKey.ZONE, 2)],
  });
  const { selector, template } = manifestOf(chart, 'StatefulSet').spec;
  expect(template.spec.topologySpreadConstraints).toEqual([
    {
      topologyKey: 'kubernetes.io/hostname',
      maxSkew: 1,
      whenUnsatisfiable: 'DoNotSchedule',
      labelSelector: selector,
    },
    {
      topologyKey: 'topology.kubernetes.io/zone',
      maxSkew: 2,
      whenUnsatisfiable: 'ScheduleAnyway',
      labelSelector: selector,
    },
  ]);
});
