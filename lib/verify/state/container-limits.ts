import { dataAt, type JudgedManifest, listAt, namespaceOf } from '../judged-manifest';
import { isData } from '../manifest';
import { type Amounts, amountsOf, type ContainerAmounts } from './container-resources';

/** One item of a LimitRange. */
export interface Limit {
  readonly type: string;
  readonly min: Amounts;
  readonly max: Amounts;
  readonly ratio: Amounts;
  readonly defaults: Amounts;
  readonly defaultRequests: Amounts;
  /** The LimitRange that says so. */
  readonly by: string;
}

/** The limits of the LimitRanges among manifests, by namespace. */
export function limitsByNamespace(manifests: readonly JudgedManifest[]): Map<string, Limit[]> {
  const byNamespace = new Map<string, Limit[]>();
  for (const manifest of manifests) {
    if (manifest.object.kind !== 'LimitRange') continue;
    const namespace = namespaceOf(manifest);
    const limits = listAt(dataAt(manifest.data, 'spec'), 'limits').map(item => {
      const max = amountsOf(item.max);
      const min = amountsOf(item.min);
      const container = item.type === 'Container';
      const defaults = new Map([...(container ? max : []), ...amountsOf(item.default)]);
      const defaultRequests = new Map([
        ...(container ? min : []),
        ...defaults,
        ...amountsOf(item.defaultRequest),
      ]);
      const ratio = amountsOf(isData(item.maxLimitRequestRatio) ? item.maxLimitRequestRatio : {});
      return {
        type: String(item.type),
        min,
        max,
        ratio,
        defaults,
        defaultRequests,
        by: manifest.object.name,
      };
    });
    byNamespace.set(namespace, [...(byNamespace.get(namespace) ?? []), ...limits]);
  }
  return byNamespace;
}

/** What a container asks for once admission has given it what the limits of its namespace hold for it. */
export function withDefaults(container: ContainerAmounts, limits: readonly Limit[]): ContainerAmounts {
  let { requests, limits: most } = container;
  for (const limit of limits.filter(({ type }) => type === 'Container')) {
    most = new Map([...limit.defaults, ...most]);
    requests = new Map([...limit.defaultRequests, ...requests]);
  }
  return { ...container, requests, limits: most };
}
