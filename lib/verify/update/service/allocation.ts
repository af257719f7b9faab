import { ipFamily } from '../../../kubernetes/ip-address';
import type { Data } from '../../manifest';
import { isSame } from '../../same';
import { dataOf } from '../stored/changed';

/** What is judged of the spec of a Service. */
export interface ServiceSpec {
  readonly type: string;
  readonly clusterIP: string;
  readonly clusterIPs: readonly string[];
  readonly ipFamilies: readonly string[];
  readonly ipFamilyPolicy?: string;
  readonly loadBalancerClass?: string;
  readonly externalTrafficPolicy?: string;
  readonly healthCheckNodePort?: number;
}

/** The spec of a Service with what the server sets where a field is missing. */
export function specOf({ spec }: Data): ServiceSpec {
  const given: Partial<ServiceSpec> = dataOf(spec);
  return {
    ...given,
    type: given.type || 'ClusterIP',
    clusterIP: given.clusterIP ?? '',
    clusterIPs: given.clusterIPs ?? [],
    ipFamilies: given.ipFamilies ?? [],
  };
}

/** The spec of a stored Service with both of the fields of its cluster IP, and the families of its addresses. */
export function storedSpecOf(service: Data): ServiceSpec {
  const spec = specOf(service);
  const { clusterIP, clusterIPs } = spec;
  const all = clusterIPs.length === 0 && clusterIP !== '' ? [clusterIP] : clusterIPs;
  return { ...spec, clusterIPs: all, ipFamilies: familiesOf(spec.ipFamilies, all) };
}

/** Whether a Service is headless. */
export function isHeadless({ clusterIPs }: ServiceSpec): boolean {
  return clusterIPs.length === 1 && clusterIPs[0] === 'None';
}

/**
 * Whether a Service bears the addresses and families that the server gave to it. What `verify` then leaves to the
 * rules of updates: what such a Service has left over from another type or policy, and the first of its addresses.
 */
export function wasStored({
  clusterIPs,
  ipFamilies,
}: Pick<ServiceSpec, 'clusterIPs' | 'ipFamilies'>): boolean {
  return clusterIPs.length > 0 && ipFamilies.length > 0;
}

/**
 * The spec of an update as the server completes it by the stored one: with what it has allocated where the update
 * leaves that out, with both fields of the cluster IP where it changes one, and without the second address where it
 * asks for one family alone.
 */
export function withAllocated(before: ServiceSpec, after: ServiceSpec): ServiceSpec {
  if (after.type === 'ExternalName') return after;
  const kept = before.type === 'ExternalName' ? NOTHING_KEPT : before;
  const clusterIP = after.clusterIP || kept.clusterIP || kept.clusterIPs[0] || '';
  const given = after.clusterIPs.length === 0 ? kept.clusterIPs : after.clusterIPs;
  const renamed = clusterIP !== (kept.clusterIPs[0] ?? '') && isSame(given, kept.clusterIPs);
  const ipFamilyPolicy = after.ipFamilyPolicy ?? kept.ipFamilyPolicy ?? 'SingleStack';
  const fewer = (list: readonly string[], old: readonly string[]) =>
    ipFamilyPolicy === 'SingleStack' && isSame(list, old) ? list.slice(0, 1) : list;
  const clusterIPs = fewer(renamed ? [clusterIP] : given, kept.clusterIPs);
  return {
    ...after,
    clusterIP,
    clusterIPs,
    ipFamilies: familiesOf(fewer(after.ipFamilies, kept.ipFamilies), clusterIPs),
    ipFamilyPolicy,
    healthCheckNodePort: after.healthCheckNodePort || kept.healthCheckNodePort,
  };
}

const NOTHING_KEPT: ServiceSpec = { type: 'ExternalName', clusterIP: '', clusterIPs: [], ipFamilies: [] };

/** The families that are given, and those of further addresses. */
function familiesOf(given: readonly string[], addresses: readonly string[]): readonly string[] {
  const more = addresses.slice(given.length).map(ipFamily);
  return [...given, ...more.filter(family => family !== undefined)];
}
