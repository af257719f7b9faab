import type { Chart } from 'cdk8s';
import { countByKind, type Manifest } from './manifest';

/** One way to make the same objects. */
export interface Contender {
  readonly name: string;
  /** Makes a chart of so many stacks, ready to be rendered. */
  construct(count: number): Chart;
}

/** What one round took, in milliseconds. */
export interface Round {
  readonly construct: number;
  readonly render: number;
}

/** The objects of a chart by kind, for a comparison before anything is measured. */
export function objectsByKind(contender: Contender, count: number): Record<string, number> {
  return countByKind(contender.construct(count).toJson() as Manifest[]);
}

/** Makes and renders the stacks once. */
export function measure({ construct }: Contender, count: number): Round {
  const start = performance.now();
  const chart = construct(count);
  const constructed = performance.now();
  chart.toJson();
  return { construct: constructed - start, render: performance.now() - constructed };
}
