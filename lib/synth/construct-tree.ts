import { ApiObject, Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';

/** Where there is no construct. */
export const NOWHERE = -1;

/**
 * The constructs of an app, walked once: each has a place, from 0, parents before children. What is below a construct
 * stands in one row behind it.
 */
export class ConstructTree {
  readonly constructs: readonly IConstruct[];
  /** The place of the scope of each construct. */
  readonly scopes: readonly number[];
  /** Where that which is below each construct ends. */
  readonly ends: readonly number[];
  /** The place of the nearest chart of each construct, itself where it is one. */
  readonly charts: readonly number[];
  /** The places of the charts. */
  readonly chartPlaces: readonly number[];
  private readonly apiObjects: readonly boolean[];
  private readonly places: ReadonlyMap<IConstruct, number>;

  constructor(root: IConstruct) {
    const constructs: IConstruct[] = [];
    const scopes: number[] = [];
    const charts: number[] = [];
    const chartPlaces: number[] = [];
    const apiObjects: boolean[] = [];
    const places = new Map<IConstruct, number>();
    const open: { readonly construct: IConstruct; readonly scope: number }[] = [
      { construct: root, scope: NOWHERE },
    ];
    for (let next = open.pop(); next; next = open.pop()) {
      const { construct, scope } = next;
      const place = constructs.push(construct) - 1;
      places.set(construct, place);
      scopes.push(scope);
      apiObjects.push(ApiObject.isApiObject(construct));
      const isChart = Chart.isChart(construct);
      if (isChart) chartPlaces.push(place);
      charts.push(isChart ? place : (charts[scope] ?? NOWHERE));
      const { children } = construct.node;
      for (let at = children.length - 1; at >= 0; at--) {
        open.push({ construct: children[at] as IConstruct, scope: place });
      }
    }
    this.constructs = constructs;
    this.scopes = scopes;
    this.charts = charts;
    this.chartPlaces = chartPlaces;
    this.apiObjects = apiObjects;
    this.places = places;
    this.ends = endsOf(scopes);
  }

  get size(): number {
    return this.constructs.length;
  }

  /** The construct at a place. */
  at(place: number): IConstruct {
    return this.constructs[place] as IConstruct;
  }

  /** The place of a construct; undefined for one of another tree. */
  placeOf(construct: IConstruct): number | undefined {
    return this.places.get(construct);
  }

  chartOf(place: number): number {
    return this.charts[place] as number;
  }

  scopeOf(place: number): number {
    return this.scopes[place] as number;
  }

  endOf(place: number): number {
    return this.ends[place] as number;
  }

  isChart(place: number): boolean {
    return this.charts[place] === place;
  }

  isApiObject(place: number): boolean {
    return this.apiObjects[place] === true;
  }

  /** Whether a construct is another, or below it. */
  isWithin(place: number, other: number): boolean {
    return place >= other && place < this.endOf(other);
  }

  /** The constructs right below one. */
  childrenOf(place: number): number[] {
    const children: number[] = [];
    for (let at = place + 1; at < this.endOf(place); at = this.endOf(at)) children.push(at);
    return children;
  }

  /** The API objects of the same chart that a construct stands for: itself, and those below it. */
  apiObjectsOf(place: number): number[] {
    const objects: number[] = [];
    for (let at = place; at < this.endOf(place); ) {
      if (this.charts[at] !== this.charts[place]) at = this.endOf(at);
      else if (this.isApiObject(at++)) objects.push(at - 1);
    }
    return objects;
  }
}

function endsOf(scopes: readonly number[]): number[] {
  const ends = scopes.map((_, place) => place + 1);
  for (let place = scopes.length - 1; place > 0; place--) {
    const scope = scopes[place] as number;
    ends[scope] = Math.max(ends[scope] as number, ends[place] as number);
  }
  return ends;
}
