import { BlueGreenExample } from '../../examples/blue-green';
import { StatefulBlueGreenExample } from '../../examples/stateful-blue-green';
import { manifestOf, manifestsOf } from '../render';
import { exampleChart } from './chart';

const SLOT = 'cdk8s-drydock/slot';

describe('a blue/green release', () => {
  test('turning the switch changes the two selectors and nothing else', () => {
    const before = manifestsOf(exampleChart(BlueGreenExample, { live: 'blue' as const }));
    const after = manifestsOf(exampleChart(BlueGreenExample, { live: 'green' as const }));
    const changed = after.filter((m, index) => JSON.stringify(m) !== JSON.stringify(before[index]));
    expect(changed.map(m => `${m.kind} ${m.metadata.name}: ${m.spec.selector[SLOT]}`)).toEqual([
      'Service checkout: green',
      'Service checkout-preview: blue',
    ]);
    const others = changed.map(({ spec: { selector: _, ...spec }, ...m }) => ({ ...m, spec }));
    const same = before
      .filter(m => others.some(o => o.metadata.name === m.metadata.name && o.kind === m.kind))
      .map(({ spec: { selector: _, ...spec }, ...m }) => ({ ...m, spec }));
    expect(others).toEqual(same);
  });

  test.each(['blue', 'green'])('the autoscaler of %s owns its replicas', color => {
    const chart = exampleChart(BlueGreenExample);
    const { scaleTargetRef } = manifestOf(chart, 'HorizontalPodAutoscaler', `checkout-${color}`).spec;
    expect(scaleTargetRef).toEqual({ apiVersion: 'apps/v1', kind: 'Deployment', name: `checkout-${color}` });
    expect(manifestOf(chart, 'Deployment', `checkout-${color}`).spec.replicas).toBeUndefined();
  });
});

describe('a blue/green release of StatefulSets', () => {
  const chart = exampleChart(StatefulBlueGreenExample);

  test.each(['blue', 'green'])('%s has a governing Service and claims of its own', color => {
    const { metadata, spec } = manifestOf(chart, 'StatefulSet', `search-${color}`);
    const governing = manifestOf(chart, 'Service', spec.serviceName);
    expect(governing.spec.clusterIP).toBe('None');
    expect(governing.spec.selector[SLOT]).toBe(color);
    expect(`${spec.volumeClaimTemplates[0].metadata.name}-${metadata.name}-0`).toBe(`data-search-${color}-0`);
  });

  test('the new index is loaded into the pods of the slot that is not live', () => {
    expect(manifestOf(chart, 'Service', 'search').spec.selector[SLOT]).toBe('blue');
    expect(chart.toLoad).toEqual([
      'http://search-green-0.search-green.lab.svc.cluster.local:6333',
      'http://search-green-1.search-green.lab.svc.cluster.local:6333',
    ]);
  });
});
