import { Identity } from '../../lib/naming/identity';
import { ClusterService } from '../../lib/services/cluster-service';
import { HeadlessService } from '../../lib/services/headless-service';
import { StorageSize } from '../../lib/storage/storage-size';
import { Volume } from '../../lib/storage/volume';
import { VolumeClaim } from '../../lib/storage/volume-claim';
import { StatefulSet } from '../../lib/workloads/stateful-set';
import { StatefulStack } from '../../lib/workloads/stateful-stack';
import { manifestOf, testChart } from '../render';

const container = { image: 'app:1' };

test('a portless headless Service and a portless StatefulSet throw: ours do not', () => {
  const chart = testChart();
  new StatefulStack(chart, 'app', { container });
  expect(manifestOf(chart, 'Service').spec).not.toHaveProperty('ports');
  expect(manifestOf(chart, 'StatefulSet').spec.template.spec.containers[0]).not.toHaveProperty('ports');
});

test('a LoadBalancer as governing Service cannot be written', () => {
  const chart = testChart();
  const governing = new HeadlessService(chart, 'governing');
  expect(
    () => new StatefulSet(chart, 'set', new Identity(chart, { name: 'a' }), { container }, governing),
  ).not.toThrow();
  const balanced = new ClusterService(chart, 'balanced', { ports: [{ number: 80 }] });
  // @ts-expect-error only a headless Service governs a set
  new StatefulSet(chart, 'other', new Identity(chart, { name: 'b' }), { container }, balanced);
});

describe('three replicas on one ReadWriteOncePod claim', () => {
  const setUp = (replicas: number) => {
    const chart = testChart();
    const claim = new VolumeClaim(chart, 'data', {
      size: StorageSize.gibibytes(1),
      accessModes: ['ReadWriteOncePod'],
    });
    return { claim, stack: new StatefulStack(chart, 'app', { replicas, container }) };
  };

  test('are refused, by claim and by volume', () => {
    const { claim, stack } = setUp(3);
    const message = /volume 'data' is a ReadWriteOncePod claim, which one pod can mount; received 3/;
    expect(() => stack.container.mount('/data', claim)).toThrow(message);
    expect(() => stack.container.mount('/data', Volume.claim(claim))).toThrow(message);
  });

  test('one replica may, and every replica may have a claim of its own', () => {
    const single = setUp(1);
    expect(() => single.stack.container.mount('/data', single.claim)).not.toThrow();
    const { stack } = setUp(3);
    const own = stack.addClaim('own', { size: StorageSize.gibibytes(1), accessModes: ['ReadWriteOncePod'] });
    expect(() => stack.container.mount('/own', own)).not.toThrow();
  });
});

test('a claim of another namespace is refused: pods mount what is in their own', () => {
  const chart = testChart();
  const claim = new VolumeClaim(chart, 'data', { size: StorageSize.gibibytes(1), namespace: 'other' });
  const stack = new StatefulStack(chart, 'app', { container });
  expect(() => stack.container.mount('/data', claim)).toThrow(
    /volume 'data' is a claim in namespace 'other'/,
  );
});

test('no dependency is added between the objects of a stack: chains of stacks stay as short as they are', () => {
  const stack = new StatefulStack(testChart(), 'app', { container });
  expect(stack.node.findAll().flatMap(construct => construct.node.dependencies)).toEqual([]);
});
