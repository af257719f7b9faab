import type { ApiObject, App, Chart } from 'cdk8s';
import { ConstructTree } from './construct-tree';
import { DependencyGraph } from './dependency-graph';
import { inTheirScope } from './object-scope';
import { renderingOf, type SynthesizedObject } from './rendering';
import { SynthesisError } from './synthesis-error';
import { TopologicalOrder } from './topological-order';

/** A chart and its own objects, what is depended on first; those of charts in it are theirs. */
export interface SynthesizedChart {
  readonly chart: Chart;
  readonly objects: readonly SynthesizedObject[];
}

/** What an app comes to before it is written. */
export interface Synthesis {
  readonly graph: DependencyGraph;
  /** What is depended on first. */
  readonly charts: readonly SynthesizedChart[];
}

/**
 * Walks an app once, puts it into order and renders each object once.
 *
 * @throws SynthesisError when a construct's own validation complains, or dependencies have no order.
 */
export function synthesize(app: App): Synthesis {
  const tree = new ConstructTree(app);
  validate(tree);
  const graph = new DependencyGraph(tree);
  const charts = chartPlaces(graph);
  const rendered = renderingOf(app).render(charts.flatMap(place => objectsIn(graph, place)));
  const objects = new Map(charts.map(place => [tree.at(place) as Chart, [] as SynthesizedObject[]]));
  for (const object of inTheirScope(rendered)) objects.get(object.construct.chart)?.push(object);
  return { graph, charts: [...objects].map(([chart, own]) => ({ chart, objects: own })) };
}

/** The charts of an app, what is depended on first. */
export function chartsInOrder(app: App): Chart[] {
  const tree = new ConstructTree(app);
  return orderedCharts(new DependencyGraph(tree)).map(place => tree.at(place) as Chart);
}

/** One chart has its place, and the order of what is in it is its own. */
function chartPlaces(graph: DependencyGraph): readonly number[] {
  const { chartPlaces } = graph.tree;
  return chartPlaces.length < 2 ? chartPlaces : orderedCharts(graph);
}

/** @throws DependencyCycleError when anything in the app depends on itself. */
function orderedCharts(graph: DependencyGraph): number[] {
  return new TopologicalOrder(graph, 0).places.filter(place => graph.tree.isChart(place));
}

function objectsIn(graph: DependencyGraph, chart: number): ApiObject[] {
  const { tree } = graph;
  const objects: ApiObject[] = [];
  for (const place of new TopologicalOrder(graph, chart).places) {
    if (tree.isApiObject(place) && tree.chartOf(place) === chart) objects.push(tree.at(place) as ApiObject);
  }
  return objects;
}

function validate({ constructs }: ConstructTree): void {
  const complaints: string[] = [];
  for (const { node } of constructs) {
    for (const complaint of node.validate()) complaints.push(`[${node.path}] ${complaint}`);
  }
  if (complaints.length === 0) return;
  throw new SynthesisError(`Validation failed with the following errors:\n  ${complaints.join('\n  ')}`);
}
