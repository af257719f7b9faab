import { type ConstructTree, NOWHERE } from './construct-tree';
import { DeclaredDependencies } from './declared-dependencies';
import { apiObjectCounts, firstFrom, inheritingPlaces } from './place-lists';
import { DependencyCycleError } from './synthesis-error';

/** A vertex that stands for a construct. */
export const CONSTRUCT = 0;
/** A vertex that stands for the API objects of the chart that are a construct or below it. */
export const GROUP = 1;
/** A vertex that stands for what a construct and the constructs around it depend on, as their API objects do. */
export const INHERITED = 2;

const KINDS = 3;
const NONE: readonly number[] = [];

/** The vertex of a construct's place. */
export function vertexOf(place: number, kind: number): number {
  return place * KINDS + kind;
}

/** The place that a vertex is of. */
export function placeOfVertex(vertex: number): number {
  return Math.floor(vertex / KINDS);
}

/** What a vertex stands for. */
export function kindOfVertex(vertex: number): number {
  return vertex % KINDS;
}

/**
 * What depends on what in a tree, by the rules of cdk8s: a chart depends on the charts right in it; a dependency of
 * two constructs is one of their charts, and one of every API object of the one on every API object of the other.
 * Groups keep it as small as what was said: where a chart of 1,000 objects depends on another, that is one edge, and
 * not a million.
 */
export class DependencyGraph {
  /** Whether a chart depends on another, so that the order of charts matters. */
  readonly hasDependentCharts: boolean;
  private readonly dependencies: ReadonlyMap<number, readonly number[]>;
  /** The places that have dependencies, in order. */
  private readonly sources: readonly number[];
  /** Whether a construct, or one around it in its chart, has dependencies. */
  private readonly inherits: Uint8Array;
  /** How many API objects each construct stands for. */
  private readonly counts: Int32Array;
  /** API objects that are on both sides of a dependency: a construct depends on what it is in, or what is in it. */
  private readonly onBothSides = new Set<number>();

  constructor(readonly tree: ConstructTree) {
    this.counts = apiObjectCounts(tree);
    const declared = new DeclaredDependencies(tree);
    this.hasDependentCharts = declared.hasDependentCharts;
    this.dependencies = declared.all;
    this.sources = [...declared.all.keys()].sort((a, b) => a - b);
    this.inherits = inheritingPlaces(tree, this.sources);
    for (const [source, targets] of this.dependencies) {
      for (const target of targets) this.noteOverlap(source, target);
    }
  }

  /** The vertices that a vertex depends on, in order, as far as they are at or below a construct. */
  outbound(vertex: number, root: number): readonly number[] {
    const place = placeOfVertex(vertex);
    const kind = kindOfVertex(vertex);
    if (kind === GROUP) return this.groupMembers(place);
    if (kind === INHERITED) return this.inherited(place, root);
    if (!this.inherits[place]) return NONE;
    const targets = this.targetsOf(place, root);
    const own = targets === NONE ? NONE : targets.map(target => vertexOf(target, CONSTRUCT));
    if (!this.tree.isApiObject(place)) return own;
    if (this.onBothSides.has(place)) return [...own, ...this.inheritedWithoutItself(place, root)];
    return [...own, vertexOf(place, INHERITED)];
  }

  /** Whether anything at or below a construct depends on something there. */
  hasDependencies(root: number): boolean {
    return !this.dependenciesBelow(root).next().done;
  }

  /** Which constructs at or below a construct something there depends on, by place from that of the root. */
  inbound(root: number): Uint8Array {
    const { tree } = this;
    const size = tree.endOf(root) - root;
    const found = new Uint8Array(size);
    const groups = new Uint8Array(size);
    for (const [source, targets] of this.dependenciesBelow(root)) {
      for (const target of targets) {
        found[target - root] = 1;
        if (this.countOf(source) === 0) continue;
        if (this.overlap(source, target)) {
          for (const object of tree.apiObjectsOf(target)) {
            if (this.sourcesBut(object, source) > 0) found[object - root] = 1;
          }
        } else {
          groups[target - root] = 1;
        }
      }
    }
    for (let at = 0; at < size; at++) {
      const place = at + root;
      if (at > 0 && !tree.isChart(place) && groups[tree.scopeOf(place) - root]) groups[at] = 1;
      if (groups[at] && tree.isApiObject(place)) found[at] = 1;
    }
    return found;
  }

  private *dependenciesBelow(root: number): Generator<readonly [number, readonly number[]]> {
    const end = this.tree.endOf(root);
    for (let at = firstFrom(this.sources, root); at < this.sources.length; at++) {
      const place = this.sources[at] as number;
      if (place >= end) return;
      const targets = this.targetsOf(place, root);
      if (targets.length > 0) yield [place, targets];
    }
  }

  private targetsOf(place: number, root: number): readonly number[] {
    const targets = this.dependencies.get(place) ?? NONE;
    if (root === 0) return targets;
    return targets.every(target => this.tree.isWithin(target, root))
      ? targets
      : targets.filter(target => this.tree.isWithin(target, root));
  }

  private groupMembers(place: number): number[] {
    const { tree } = this;
    const groups = tree
      .childrenOf(place)
      .filter(child => !tree.isChart(child) && this.countOf(child) > 0)
      .map(child => vertexOf(child, GROUP));
    return tree.isApiObject(place) ? [vertexOf(place, CONSTRUCT), ...groups] : groups;
  }

  /** What the constructs around come first. */
  private inherited(place: number, root: number): number[] {
    const own = this.targetsOf(place, root).map(target => vertexOf(target, GROUP));
    const scope = this.tree.scopeOf(place);
    if (this.tree.isChart(place) || !this.inherits[scope]) return own;
    return [vertexOf(scope, INHERITED), ...own];
  }

  private inheritedWithoutItself(object: number, root: number): number[] {
    const { tree } = this;
    const around: number[] = [];
    for (let at = object; at !== NOWHERE; at = tree.isChart(at) ? NOWHERE : tree.scopeOf(at))
      around.unshift(at);
    return around.flatMap(source =>
      this.targetsOf(source, root).flatMap(target => {
        if (!this.standsFor(target, object)) return [vertexOf(target, GROUP)];
        const others = tree.apiObjectsOf(target).filter(other => other !== object);
        return others.map(other => vertexOf(other, CONSTRUCT));
      }),
    );
  }

  private noteOverlap(source: number, target: number): void {
    const { tree } = this;
    if (source === target) throw this.cycle([source, source]);
    if (!this.overlap(source, target)) return;
    const [first, second] = tree.apiObjectsOf(Math.max(source, target));
    if (first === undefined) return;
    if (second !== undefined) throw this.cycle([first, second, first]);
    this.onBothSides.add(first);
  }

  private cycle(places: readonly number[]): DependencyCycleError {
    return new DependencyCycleError(places.map(place => this.tree.at(place).node.path));
  }

  private overlap(source: number, target: number): boolean {
    const { tree } = this;
    if (tree.chartOf(source) !== tree.chartOf(target)) return false;
    return tree.isWithin(source, target) || tree.isWithin(target, source);
  }

  private standsFor(place: number, object: number): boolean {
    return this.tree.isWithin(object, place) && this.tree.chartOf(object) === this.tree.chartOf(place);
  }

  private countOf(place: number): number {
    return this.counts[place] as number;
  }

  private sourcesBut(object: number, source: number): number {
    return this.countOf(source) - (this.standsFor(source, object) ? 1 : 0);
  }
}
