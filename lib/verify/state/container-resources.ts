import { isQuantity, quantityNanos } from '../../kubernetes/quantity';
import { dataAt, listAt } from '../judged-manifest';
import { type Data, isData } from '../manifest';

/** Amounts by resource name, in billionths of the unit. */
export type Amounts = ReadonlyMap<string, bigint>;

/** What one container asks for and may use. */
export interface ContainerAmounts {
  readonly path: string;
  readonly name: string;
  readonly requests: Amounts;
  readonly limits: Amounts;
  /** Whether it runs before the others, and ends. */
  readonly init: boolean;
}

/** The quantities of a map, by name; what is no quantity is passed over. */
export function amountsOf(quantities: unknown): Map<string, bigint> {
  const amounts = new Map<string, bigint>();
  for (const [name, quantity] of Object.entries(isData(quantities) ? quantities : {})) {
    const amount = amountOf(String(quantity));
    if (amount !== undefined) amounts.set(name, amount);
  }
  return amounts;
}

/** Quantities that were read before: there are few different ones. */
const read = new Map<string, bigint | undefined>();
const MAX_READ = 1000;

function amountOf(text: string): bigint | undefined {
  if (read.has(text)) return read.get(text);
  const amount = isQuantity(text) ? quantityNanos(text) : undefined;
  if (read.size >= MAX_READ) read.clear();
  read.set(text, amount);
  return amount;
}

/** The resources of the containers of a pod. A limit without a request is the request, too. */
export function containersOf(spec: Data, path: string): ContainerAmounts[] {
  const of = (field: 'containers' | 'initContainers') =>
    listAt(spec, field).map((container, index): ContainerAmounts => {
      const resources = dataAt(container, 'resources');
      const limits = amountsOf(resources.limits);
      return {
        path: `${path}.${field}[${index}]`,
        name: String(container.name ?? ''),
        limits,
        requests: new Map([...limits, ...amountsOf(resources.requests)]),
        init: field === 'initContainers' && container.restartPolicy !== 'Always',
      };
    });
  return [...of('containers'), ...of('initContainers')];
}

/**
 * What a pod asks for in all: containers and sidecars together, or the largest init container where that is more.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/pods/init-containers/#resource-sharing-within-containers
 */
export function podAmounts(
  containers: readonly ContainerAmounts[],
  bound: 'requests' | 'limits',
): Map<string, bigint> {
  const total = new Map<string, bigint>();
  for (const container of containers.filter(c => !c.init)) {
    for (const [name, amount] of container[bound]) total.set(name, (total.get(name) ?? 0n) + amount);
  }
  for (const container of containers.filter(c => c.init)) {
    for (const [name, amount] of container[bound]) {
      if (amount > (total.get(name) ?? -1n)) total.set(name, amount);
    }
  }
  return total;
}
