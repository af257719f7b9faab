import { constructsSection } from '../../bench/constructs-section';
import { measure, objectsByKind } from '../../bench/contender';
import { drydockStacks, plusStatefulSets } from '../../bench/stateful-stacks';

describe('the benchmark of the constructs', () => {
  it('compares the same objects', () => {
    expect(objectsByKind(drydockStacks, 3)).toEqual({ Service: 3, StatefulSet: 3 });
    expect(objectsByKind(plusStatefulSets, 3)).toEqual(objectsByKind(drydockStacks, 3));
  });

  it('compares the same names, images and ports', () => {
    const [ours, theirs] = [drydockStacks, plusStatefulSets].map(contender =>
      contender
        .construct(2)
        .toJson()
        .map(({ kind, metadata, spec }) => {
          const [container] = spec.template?.spec.containers ?? [];
          const [port] = container?.ports ?? spec.ports;
          return [
            kind,
            metadata.name,
            metadata.namespace,
            spec.serviceName,
            container?.image,
            port.name,
            port.containerPort ?? port.port,
          ].join();
        })
        .sort(),
    );
    expect(theirs).toEqual(ours);
  });

  it('measures both phases of a round', () => {
    expect(measure(drydockStacks, 1)).toEqual({ construct: expect.any(Number), render: expect.any(Number) });
  });

  it('reports the medians of the phases and their ratios', () => {
    const { table } = constructsSection(3, 6, [
      { name: 'ours', rounds: [{ construct: 30, render: 10 }] },
      { name: 'theirs', rounds: [{ construct: 10, render: 40 }] },
    ]);
    expect(table).toEqual([
      ['', 'ours', 'theirs', 'ratio'],
      ['construct', '30 ms', '10 ms', '3.00'],
      ['render', '10 ms', '40 ms', '0.25'],
      ['both', '40 ms', '50 ms', '0.80'],
    ]);
  });
});
