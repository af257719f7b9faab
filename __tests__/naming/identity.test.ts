import type { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { Identity, INSTANCE_LABEL, NAME_LABEL } from '../../lib/naming/identity';
import { HeadlessService } from '../../lib/services/headless-service';
import { manifestOf, testChart } from '../render';

const identityIn = (scope: Construct, id: string, props = {}) =>
  new Identity(new Construct(scope, id), props);

test("the name is the construct's id unless one is given", () => {
  const chart = testChart();
  expect(identityIn(chart, 'postgres').name).toBe('postgres');
  expect(identityIn(chart, 'id', { name: 'mongo' }).name).toBe('mongo');
});

test('name and instance label are the name', () => {
  expect(identityIn(testChart(), 'id', { name: 'mongo' }).labels).toEqual({
    [NAME_LABEL]: 'mongo',
    [INSTANCE_LABEL]: 'mongo',
  });
});

test("the namespace is the prop, else the chart's", () => {
  const chart = testChart();
  expect(identityIn(chart, 'a').namespace).toBe('shop');
  expect(identityIn(chart, 'b', { namespace: 'own' }).namespace).toBe('own');
});

test('moving a construct in the tree changes no name and no label (cdk8s#232, #2238)', () => {
  const render = (place: (chart: Chart) => Construct) => {
    const chart = testChart();
    const scope = place(chart);
    const { name, namespace, labels } = identityIn(scope, 'postgres');
    new HeadlessService(scope, 'members', { pods: labels });
    return { name, namespace, labels, service: manifestOf(chart, 'Service') };
  };
  const wrapped = render(chart => new Construct(new Construct(chart, 'team'), 'databases'));
  expect(wrapped).toEqual(render(chart => chart));
});

test('two sets of pods of one name in one namespace are an error, and in two namespaces are none', () => {
  const chart = testChart();
  identityIn(chart, 'a', { name: 'postgres' });
  expect(() => identityIn(chart, 'b', { name: 'postgres' })).toThrow(/name is already taken.*by 'test\/a'/);
  expect(() => identityIn(chart, 'c', { name: 'postgres', namespace: 'other' })).not.toThrow();
});

test('upper-case names are refused, and the id as a name says so', () => {
  expect(() => identityIn(testChart(), 'Postgres')).toThrow(
    /name must be lower-case.*construct's id: give a 'name'/,
  );
  expect(() => identityIn(testChart(), 'id', { name: 'a.b' })).toThrow(/name must be.*fix: change 'name'/);
});

test('a part of it is told from its other parts by more labels', () => {
  const part = identityIn(testChart(), 'web').part('blue', { slot: 'blue' });
  expect(part).toMatchObject({
    name: 'web-blue',
    namespace: 'shop',
    labels: { [NAME_LABEL]: 'web', [INSTANCE_LABEL]: 'web', slot: 'blue' },
  });
});
