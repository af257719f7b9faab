import { ipFamily } from '../../../kubernetes/ip-address';
import type { FieldErrors } from '../../api/field-errors';
import { FieldPath } from '../../field-path';
import { isHeadless, type ServiceSpec, wasStored } from './allocation';

const SPEC = FieldPath.of('spec');
const CLUSTER_IPS = SPEC.child('clusterIPs');
const IP_FAMILIES = SPEC.child('ipFamilies');
const POLICY = SPEC.child('ipFamilyPolicy');
const SEE = 'https://kubernetes.io/docs/concepts/services-networking/dual-stack/';
const ADVICE = {
  fix: 'create a Service of another name, or delete this one and create it again, which changes its address',
  see: 'https://kubernetes.io/docs/concepts/services-networking/service/#type-clusterip',
};

/** The first address of a Service stays; a second one may come, and go with the policy SingleStack. */
export function verifyClusterIps(before: ServiceSpec, after: ServiceSpec, errors: FieldErrors): void {
  if (isHeadless(before) && isHeadless(after)) return;
  const [old, now] = [before.clusterIPs, after.clusterIPs];
  if (old.length === 0) {
    // A Service that names no address has been given one, which nobody here knows: it is not headless.
    if (isHeadless(after)) refuseAddress(0, now, 'a cluster IP', errors);
  } else if (old.length === now.length) {
    for (const [index, ip] of old.entries()) if (ip !== now[index]) refuseAddress(index, now, ip, errors);
  } else {
    if (now[0] !== old[0]) refuseAddress(0, now, old[0] as string, errors);
    if (old.length > now.length) verifyRelease(now, after, 'address', errors);
  }
}

/** The first family of a Service stays; a second one may come, and go with the policy SingleStack. */
export function verifyIpFamilies(before: ServiceSpec, after: ServiceSpec, errors: FieldErrors): void {
  if (isHeadless(before) || isHeadless(after)) return;
  const [old, now] = [before.ipFamilies, after.ipFamilies];
  if (old.length === 0 || now.length === 0) return;
  const compared = old.length === now.length ? old : old.slice(0, 1);
  for (const [index, family] of compared.entries()) {
    if (family !== now[index]) {
      errors.invalid(IP_FAMILIES.index(0), now, `may not change, as it is ${old.join(', ')}`, ADVICE);
    }
  }
  if (old.length > now.length) verifyRelease(now, after, 'family', errors);
}

/**
 * The addresses of the completed Service must fit each other and the families that an update asks for. What the
 * update shows by itself is left to the validation of the new object.
 *
 * @returns false where they do not, and the server looks no further.
 */
export function verifyCompleted(given: ServiceSpec, after: ServiceSpec, errors: FieldErrors): boolean {
  if (after.clusterIP !== (after.clusterIPs[0] ?? '')) {
    if (given.clusterIP === '') {
      errors.invalid(
        CLUSTER_IPS,
        after.clusterIPs,
        `must begin with ${after.clusterIP}, which stays`,
        ADVICE,
      );
    }
    return false;
  }
  const wrong = isHeadless(after)
    ? -1
    : after.clusterIPs.findIndex((ip, at) => isOther(ip, given.ipFamilies[at]));
  if (wrong >= 0 && given.clusterIPs.length === 0) {
    const message = `stays, and is not of the family ${given.ipFamilies[wrong]}`;
    errors.invalid(CLUSTER_IPS.index(wrong), after.clusterIPs[wrong], message, ADVICE);
  }
  const isDual = after.clusterIPs.length === 2 && after.ipFamilies.length === 2;
  if (wrong < 0 && isDual && after.ipFamilyPolicy === 'SingleStack' && wasStored(given)) {
    errors.invalid(POLICY, after.ipFamilyPolicy, 'must not be SingleStack where there are two addresses', {
      fix: 'set spec.ipFamilyPolicy to PreferDualStack or RequireDualStack, or leave the addresses as they are',
      see: SEE,
    });
    return false;
  }
  return wrong < 0;
}

function isOther(ip: string, asked: string | undefined): boolean {
  const family = ipFamily(ip);
  return family !== undefined && asked !== undefined && family !== asked;
}

function refuseAddress(index: number, now: readonly string[], was: string, errors: FieldErrors): void {
  errors.invalid(CLUSTER_IPS.index(index), now, `may not change, as the Service has ${was}`, ADVICE);
}

function verifyRelease(now: readonly string[], after: ServiceSpec, what: string, errors: FieldErrors): void {
  if (now.length !== 1 || after.ipFamilyPolicy === 'SingleStack') return;
  errors.invalid(POLICY, after.ipFamilyPolicy, `must be SingleStack where the second ${what} goes`, {
    fix: 'set spec.ipFamilyPolicy to SingleStack',
    see: SEE,
  });
}
