import type { ConstructTree } from './construct-tree';
import { CONSTRUCT, type DependencyGraph, kindOfVertex, placeOfVertex, vertexOf } from './dependency-graph';
import { DependencyCycleError } from './synthesis-error';

const NEW = 0;
const OPEN = 1;
const DONE = 2;

/** A vertex that is being visited, and how many of its dependencies were. */
interface Visit {
  readonly vertex: number;
  readonly outbound: readonly number[];
  next: number;
}

/**
 * A construct and what is below it, what is depended on first: depth first, beginning with what nothing depends on.
 * That is the order of cdk8s, in time that is linear in constructs and dependencies.
 */
export class TopologicalOrder {
  /** The places of the constructs. */
  readonly places: readonly number[];
  /** All vertices of the graph that were met, each behind what it depends on. */
  readonly vertices: readonly number[];
  private readonly states: Uint8Array;
  private readonly done: number[] = [];

  /** @throws DependencyCycleError when there is no such order. */
  constructor(
    private readonly graph: DependencyGraph,
    private readonly root: number,
  ) {
    const { tree } = graph;
    const end = tree.endOf(root);
    if (graph.hasDependencies(root)) {
      this.states = new Uint8Array(vertexOf(end - root, CONSTRUCT));
      const inbound = graph.inbound(root);
      for (const place of startsOf(tree, root)) if (!inbound[place - root]) this.visit(place);
      // What is left depends on itself, on some way.
      for (let place = root; place < end; place++) this.visit(place);
      this.places = placesOf(this.done);
    } else {
      this.states = new Uint8Array();
      this.places = startsOf(tree, root);
      for (const place of this.places) this.done.push(vertexOf(place, CONSTRUCT));
    }
    this.vertices = this.done;
  }

  private visit(place: number): void {
    const start = vertexOf(place, CONSTRUCT);
    if (this.stateOf(start) !== NEW) return;
    const open: Visit[] = [];
    this.enter(start, open);
    for (let visit = open.at(-1); visit; visit = open.at(-1)) {
      const vertex = visit.outbound[visit.next++];
      if (vertex === undefined) {
        this.leave(visit.vertex);
        open.pop();
        continue;
      }
      const state = this.stateOf(vertex);
      if (state === NEW) this.enter(vertex, open);
      else if (state === OPEN) throw this.cycle(open, vertex);
    }
  }

  private enter(vertex: number, open: Visit[]): void {
    const outbound = this.graph.outbound(vertex, this.root);
    if (outbound.length === 0) {
      this.leave(vertex);
      return;
    }
    this.setState(vertex, OPEN);
    open.push({ vertex, outbound, next: 0 });
  }

  private leave(vertex: number): void {
    this.setState(vertex, DONE);
    this.done.push(vertex);
  }

  private cycle(open: readonly Visit[], vertex: number): DependencyCycleError {
    const start = open.findIndex(visit => visit.vertex === vertex);
    const places = open
      .slice(start)
      .filter(visit => kindOfVertex(visit.vertex) === CONSTRUCT)
      .map(visit => placeOfVertex(visit.vertex));
    const paths = [...places, ...places.slice(0, 1)].map(place => this.graph.tree.at(place).node.path);
    return new DependencyCycleError(paths);
  }

  private stateOf(vertex: number): number {
    return this.states[vertex - vertexOf(this.root, CONSTRUCT)] as number;
  }

  private setState(vertex: number, state: number): void {
    this.states[vertex - vertexOf(this.root, CONSTRUCT)] = state;
  }
}

/** Ids that objects keep in front of their other keys; longer ones are no numbers to them. */
const NUMBER = /^(0|[1-9]\d{0,8})$/;

function placesOf(vertices: readonly number[]): number[] {
  const places: number[] = [];
  for (const vertex of vertices) if (kindOfVertex(vertex) === CONSTRUCT) places.push(placeOfVertex(vertex));
  return places;
}

/** The places in their order, but those first whose path is a number: cdk8s keeps them as keys of an object. */
function startsOf(tree: ConstructTree, root: number): number[] {
  const places: number[] = [];
  for (let place = root; place < tree.endOf(root); place++) places.push(place);
  // Below a chart a path holds a slash.
  if (root !== 0) return places;
  const numbers = tree.childrenOf(root).filter(place => NUMBER.test(tree.at(place).node.path));
  if (numbers.length === 0) return places;
  const first = new Set(numbers);
  return [...numbers, ...places.filter(place => !first.has(place))];
}
