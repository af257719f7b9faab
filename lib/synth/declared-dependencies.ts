import { Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { type ConstructTree, NOWHERE } from './construct-tree';
import { SynthesisError } from './synthesis-error';

/** The dependencies of constructs, with those of charts that follow from them, in the order that cdk8s has. */
export class DeclaredDependencies {
  /** The places that a place depends on. */
  readonly all: ReadonlyMap<number, readonly number[]>;
  /** Whether a chart depends on another. */
  readonly hasDependentCharts: boolean;
  private readonly declared = new Map<number, Set<IConstruct>>();

  constructor(private readonly tree: ConstructTree) {
    for (const [place, construct] of tree.constructs.entries()) {
      const { dependencies } = construct.node;
      if (dependencies.length > 0) this.declared.set(place, new Set(dependencies));
    }
    const nested = this.addNestedCharts();
    const crossing = this.addCrossingCharts();
    this.hasDependentCharts = nested || crossing;
    this.all = new Map([...this.declared].map(([place, targets]) => [place, this.placesOf(targets)]));
  }

  private addNestedCharts(): boolean {
    const { tree } = this;
    let found = false;
    for (let place = 0; place < tree.size; place++) {
      const scope = tree.scopeOf(place);
      if (scope === NOWHERE || !tree.isChart(place) || !tree.isChart(scope)) continue;
      this.add(scope, tree.at(place));
      found = true;
    }
    return found;
  }

  private addCrossingCharts(): boolean {
    const { tree } = this;
    const inOrder = [...this.declared].sort(([a], [b]) => a - b);
    const crossing = inOrder.flatMap(([source, targets]) => {
      const sourceChart = tree.chartOf(source);
      if (sourceChart === NOWHERE) throw outsideOfCharts(tree.at(source));
      return [...targets]
        .map(target => this.chartOf(target))
        .filter(chart => chart !== tree.at(sourceChart))
        .map(chart => [sourceChart, chart] as const);
    });
    for (const [source, chart] of crossing) this.add(source, chart);
    return crossing.length > 0;
  }

  private add(source: number, target: IConstruct): void {
    const known = this.declared.get(source);
    if (known) known.add(target);
    else this.declared.set(source, new Set([target]));
  }

  /** The chart of a construct, which may be in another tree: nothing comes of it but that charts are numbered. */
  private chartOf(construct: IConstruct): IConstruct {
    const place = this.tree.placeOf(construct);
    if (place === undefined) return Chart.of(construct);
    const chart = this.tree.chartOf(place);
    if (chart === NOWHERE) throw outsideOfCharts(construct);
    return this.tree.at(chart);
  }

  private placesOf(constructs: Iterable<IConstruct>): number[] {
    return [...constructs].flatMap(construct => this.tree.placeOf(construct) ?? []);
  }
}

function outsideOfCharts({ node }: IConstruct): SynthesisError {
  return new SynthesisError(
    `${node.path || 'the app'} has a dependency, or is one, and is in no chart; fix: put it into a chart`,
  );
}
