import { parseIp } from '../../../kubernetes/ip-address';
import type { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';
import { validateIp } from './ip-rules';
import { clusterIpsOf, isHeadless, type ServiceSpec, typeOf } from './service-spec';

const FAMILIES = ['IPv4', 'IPv6'] as const;
const POLICIES = ['PreferDualStack', 'RequireDualStack', 'SingleStack'] as const;
const NO_FAMILIES: readonly string[] = [];
const NO_ADDRESSES: readonly string[] = [];

/**
 * Judges the cluster IPs of a Service, their families, and how they fit together. Which addresses and families a
 * cluster has is not known here.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/dual-stack/
 */
export function validateClusterIps(spec: ServiceSpec, path: FieldPath, errors: FieldErrors): void {
  const { clusterIP = '', clusterIPs = NO_ADDRESSES, ipFamilies = NO_FAMILIES, ipFamilyPolicy } = spec;
  if (typeOf(spec) === 'ExternalName') return;
  if (clusterIPs.length === 0 && ipFamilies.length === 0 && ipFamilyPolicy === undefined) {
    if (clusterIP === '' || clusterIP === 'None') return;
  }
  const clusterIps = clusterIpsOf(spec);
  const errorsBefore = errors.all.length;
  const ipsPath = path.child('clusterIPs');
  if (clusterIps.length > 0 && (clusterIP === '' || clusterIP !== clusterIps[0])) {
    errors.invalid(ipsPath, clusterIps, 'must begin with the same address as clusterIP has');
  }
  validateFamilies(ipFamilies, path.child('ipFamilies'), errors);
  if (ipFamilyPolicy !== undefined && !(POLICIES as readonly string[]).includes(ipFamilyPolicy)) {
    errors.notSupported(path.child('ipFamilyPolicy'), ipFamilyPolicy, POLICIES);
  }
  if (validateAddresses(clusterIps, ipsPath, errors)) {
    validatePairs(clusterIps, ipFamilies, ipsPath, errors);
  }
  if (errors.all.length === errorsBefore) validatePolicy(spec, clusterIps, ipFamilies, path, errors);
}

function validateFamilies(families: readonly string[], path: FieldPath, errors: FieldErrors): void {
  const seen = new Set<string>();
  for (const [index, family] of families.entries()) {
    if (!(FAMILIES as readonly string[]).includes(family)) {
      errors.notSupported(path.index(index), family, FAMILIES);
    }
    if (seen.has(family)) errors.duplicate(path.index(index), family);
    seen.add(family);
  }
}

/** Says whether all are IP addresses; or the only one is `None`. */
function validateAddresses(clusterIps: readonly string[], path: FieldPath, errors: FieldErrors): boolean {
  let valid = true;
  for (const [index, ip] of clusterIps.entries()) {
    if (index === 0 && ip === 'None') {
      if (clusterIps.length === 1) continue;
      errors.invalid(path, clusterIps, "must hold 'None' alone, or addresses");
      valid = false;
    } else if (!validateIp(ip ?? '', path.index(index), errors)) {
      valid = false;
    }
  }
  if (clusterIps.length > 2) errors.invalid(path, clusterIps, 'must hold at most two addresses');
  return valid;
}

function validatePairs(
  clusterIps: readonly string[],
  families: readonly string[],
  path: FieldPath,
  errors: FieldErrors,
): void {
  if (isHeadless(clusterIps)) return;
  const actual = clusterIps.map(ip => parseIp(ip)?.family);
  if (clusterIps.length > 1 && new Set(actual).size < 2) {
    errors.invalid(path, clusterIps, 'must hold at most one address of each family');
  }
  for (const [index, family] of actual.entries()) {
    const expected = families[index];
    const known = expected === 'IPv4' || expected === 'IPv6';
    if (known && family !== expected) {
      errors.invalid(
        path.index(index),
        clusterIps[index],
        `must be ${expected}, as ipFamilies[${index}] says`,
      );
    }
  }
}

/** A Service has one family where its policy does not say otherwise; headless without a selector, it has both. */
function validatePolicy(
  spec: ServiceSpec,
  clusterIps: readonly string[],
  families: readonly string[],
  path: FieldPath,
  errors: FieldErrors,
): void {
  const bothByDefault = spec.clusterIP === 'None' && Object.keys(spec.selector ?? {}).length === 0;
  const policy = spec.ipFamilyPolicy ?? (bothByDefault ? 'RequireDualStack' : 'SingleStack');
  if (policy !== 'SingleStack') return;
  const policyPath = path.child('ipFamilyPolicy');
  const advice = { fix: 'set it to PreferDualStack or RequireDualStack' };
  if (clusterIps.length === 2) {
    errors.invalid(policyPath, policy, 'must not be SingleStack where there are two cluster IPs', advice);
  }
  if (families.length === 2) {
    errors.invalid(policyPath, policy, 'must not be SingleStack where there are two IP families', advice);
  }
}
