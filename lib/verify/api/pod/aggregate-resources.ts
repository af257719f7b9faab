import { nanosOf, type QuantityValue, type ResourceList } from '../quantities';
import type { ResourceRequirements } from '../resource-requirements';

/** A container, as far as its size goes. */
export interface SizedContainer {
  readonly resources?: ResourceRequirements;
  readonly restartPolicy?: string;
}

/** Amounts of resources, in billionths. */
export type Amounts = ReadonlyMap<string, bigint>;

interface Containers {
  readonly containers?: readonly SizedContainer[];
  readonly initContainers?: readonly SizedContainer[];
}

/**
 * What the containers of a pod ask for, or may use, together: the sum of those that run side by side, or what one
 * that initialises the pod needs beside the sidecars before it, whichever is more.
 *
 * @param limitsAreRequests whether what has a limit and no request asks for its limit, as in a pod.
 * @see https://kubernetes.io/docs/concepts/workloads/pods/init-containers/#resource-sharing-within-containers
 */
export function aggregate(
  { containers = [], initContainers = [] }: Containers,
  field: 'requests' | 'limits',
  limitsAreRequests: boolean,
): Amounts {
  const sum = new Map<string, bigint>();
  const sidecars = new Map<string, bigint>();
  const peak = new Map<string, bigint>();
  for (const container of containers) add(sum, amountsOf(container, field, limitsAreRequests));
  for (const container of initContainers) {
    const own = amountsOf(container, field, limitsAreRequests);
    if (container.restartPolicy === 'Always') {
      add(sum, own);
      add(sidecars, own);
      raise(peak, sidecars);
    } else {
      const beside = new Map(sidecars);
      add(beside, own);
      raise(peak, beside);
    }
  }
  raise(sum, peak);
  return sum;
}

function amountsOf(
  { resources = {} }: SizedContainer,
  field: 'requests' | 'limits',
  limitsAreRequests: boolean,
): Map<string, bigint> {
  const list: ResourceList =
    field === 'requests' && limitsAreRequests
      ? { ...resources.limits, ...resources.requests }
      : { ...resources[field] };
  const amounts = new Map<string, bigint>();
  for (const [name, value] of Object.entries<QuantityValue>(list)) {
    const nanos = nanosOf(value);
    if (nanos !== undefined) amounts.set(name, nanos);
  }
  return amounts;
}

function add(to: Map<string, bigint>, amounts: Amounts): void {
  for (const [name, nanos] of amounts) to.set(name, (to.get(name) ?? 0n) + nanos);
}

function raise(to: Map<string, bigint>, amounts: Amounts): void {
  for (const [name, nanos] of amounts) {
    const had = to.get(name);
    if (had === undefined || had < nanos) to.set(name, nanos);
  }
}
