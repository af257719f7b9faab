import * as plus from 'cdk8s-plus-28';
import { LabelSelector, Pods } from 'cdk8s-plus-28';
import { ClusterService } from '../../lib/services/cluster-service';
import { manifestOf, testChart } from '../render';

const ports = [{ number: 80 }];

test('a Service selects the labels that it is given', () => {
  const chart = testChart();
  new ClusterService(chart, 'web', { ports, pods: { 'app.kubernetes.io/name': 'web', slot: 'blue' } });
  expect(manifestOf(chart, 'Service').spec.selector).toEqual({
    'app.kubernetes.io/name': 'web',
    slot: 'blue',
  });
});

test('a Service selects the pods of a cdk8s-plus workload', () => {
  const chart = testChart();
  const deployment = new plus.Deployment(chart, 'd', { containers: [{ image: 'web:1' }] });
  const { matchLabels } = deployment.toPodSelectorConfig().labelSelector._toKube();
  expect(new ClusterService(chart, 'web', { ports, pods: deployment }).podSelector).toEqual(matchLabels);
});

test('without pods the Service has no selector', () => {
  const chart = testChart();
  new ClusterService(chart, 'web', { ports });
  expect(manifestOf(chart, 'Service').spec).toEqual({ ports: [{ port: 80 }] });
});

test('labels add up', () => {
  const service = new ClusterService(testChart(), 'web', { ports, pods: { app: 'web' } });
  service.selectLabel('slot', 'blue');
  service.select({ app: 'web', track: 'stable' });
  expect(service.podSelector).toEqual({ app: 'web', slot: 'blue', track: 'stable' });
});

test('a second value of one label is refused: no pod bears both', () => {
  const service = new ClusterService(testChart(), 'web', { ports, pods: { slot: 'blue' } });
  expect(() => service.selectLabel('slot', 'green')).toThrow(/label 'slot' is selected .* 'blue' already/);
  expect(service.podSelector).toEqual({ slot: 'blue' });
});

test('no labels are refused: such a Service leads nowhere', () => {
  expect(() => new ClusterService(testChart(), 'web', { ports, pods: {} })).toThrow(/pods has no labels/);
  const everything = { toPodSelectorConfig: () => ({ labelSelector: LabelSelector.of() }) };
  expect(() => new ClusterService(testChart(), 'web', { ports, pods: everything as never })).toThrow(
    /pods has no labels/,
  );
});

test('expressions are refused: a Service compares labels alone', () => {
  const chart = testChart();
  const pods = Pods.select(chart, 'pods', { expressions: [plus.LabelExpression.exists('app')] });
  expect(() => new ClusterService(chart, 'web', { ports, pods })).toThrow(/pods has expressions/);
});

test.each([
  ['-app', 'web'],
  ['app', 'we b'],
])('the label %p: %p is refused', (key, value) => {
  const service = new ClusterService(testChart(), 'web', { ports });
  expect(() => service.selectLabel(key, value)).toThrow(/pods label/);
});
