import { dnsLabelComplaints } from '../../kubernetes/dns-format';
import type { FieldPath } from '../field-path';
import type { FieldErrors } from './field-errors';
import {
  allowsOvercommit,
  isHugePages,
  isWholeHugePages,
  millisOf,
  nanosOf,
  type QuantityValue,
  type ResourceList,
  validateResourceQuantity,
} from './quantities';

/** What a container, or a pod as a whole, asks for and may use. */
export interface ResourceRequirements {
  readonly limits?: ResourceList;
  readonly requests?: ResourceList;
  readonly claims?: readonly ResourceClaim[];
}

/** A claim of the pod that a container uses, or one request of it. */
export interface ResourceClaim {
  readonly name?: string;
  readonly request?: string;
}

/** Judges the name of a resource where it may stand. */
export type ResourceNameRule = (name: string, path: FieldPath, errors: FieldErrors) => void;

const NONE: ResourceList = {};

/**
 * Judges what a container, or a pod as a whole, asks for and may use; not its claims.
 *
 * @param limitsAreRequests whether what has a limit and no request gets that limit as request, as in a Pod; in a
 *   template it does not.
 * @see https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/
 */
export function validateResourceRequirements(
  requirements: ResourceRequirements,
  path: FieldPath,
  errors: FieldErrors,
  nameRule: ResourceNameRule,
  limitsAreRequests = false,
): void {
  const { limits = NONE, requests = NONE } = requirements;
  let hugePages = false;
  let computes = false;
  for (const name in limits) {
    if (isPlain(name, limits[name])) {
      computes = true;
      continue;
    }
    hugePages ||= isHugePages(name);
    computes ||= name === 'cpu' || name === 'memory';
    validateAmount(name, limits[name], path.child('limits').key(name), errors, nameRule);
    if (limitsAreRequests && !Object.hasOwn(requests, name)) {
      validateAmount(name, limits[name], path.child('requests').key(name), errors, nameRule);
    }
  }
  for (const name in requests) {
    if (isPlainRequest(name, requests[name], limits[name])) {
      computes = true;
      continue;
    }
    hugePages ||= isHugePages(name);
    computes ||= name === 'cpu' || name === 'memory';
    validateRequest(name, requests[name], limits, path, errors);
    if (isPlain(name, requests[name])) continue;
    validateAmount(name, requests[name], path.child('requests').key(name), errors, nameRule);
  }
  if (hugePages && !computes) errors.forbidden(path, 'huge pages need cpu or memory beside them');
}

/**
 * Judges the claims of a pod that a container uses.
 *
 * @param known names of the pod's claims.
 * @see https://kubernetes.io/docs/concepts/scheduling-eviction/dynamic-resource-allocation/
 */
export function validateResourceClaims(
  claims: readonly ResourceClaim[],
  known: ReadonlySet<string>,
  path: FieldPath,
  errors: FieldErrors,
): void {
  const whole = new Set<string>();
  const parts = new Map<string, Set<string>>();
  for (const [index, { name = '', request = '' }] of claims.entries()) {
    const at = path.index(index);
    if (name === '') {
      errors.required(at);
      continue;
    }
    const requests = parts.get(name) ?? new Set();
    if (request !== '' && !whole.has(name)) {
      errors.invalidEach(at.child('request'), request, dnsLabelComplaints(request));
    }
    if (whole.has(name) || (request === '' ? requests.size > 0 : requests.has(request))) {
      errors.duplicate(at, name, 'is claimed twice');
    }
    if (request === '') whole.add(name);
    else parts.set(name, requests.add(request));
    if (!known.has(name)) errors.notFound(at, name, "must be the name of one of the pod's resourceClaims");
  }
}

/** What nearly all amounts are; their paths are not worth making. */
function isPlain(name: string, value: QuantityValue): boolean {
  if (name !== 'cpu' && name !== 'memory') return false;
  return typeof value === 'number' ? value >= 0 : !value.includes('-');
}

/** A request that is no more than its limit, or has none. */
function isPlainRequest(name: string, value: QuantityValue, limit: QuantityValue | undefined): boolean {
  if (!isPlain(name, value)) return false;
  return limit === undefined || limit === value || (nanosOf(value) ?? 0n) <= (nanosOf(limit) ?? 0n);
}

function validateAmount(
  name: string,
  value: QuantityValue,
  path: FieldPath,
  errors: FieldErrors,
  nameRule: ResourceNameRule,
): void {
  nameRule(name, path, errors);
  validateResourceQuantity(name, value, path, errors);
  if (isHugePages(name) && !isWholeHugePages(name, value)) {
    errors.invalid(path, value, `must be a whole number of pages of ${name}`);
  }
}

function validateRequest(
  name: string,
  request: QuantityValue,
  limits: ResourceList,
  path: FieldPath,
  errors: FieldErrors,
): void {
  if (!Object.hasOwn(limits, name)) {
    if (!allowsOvercommit(name)) {
      errors.required(path.child('limits'), `must set ${name}, as its request must equal its limit`, {
        fix: `set the limit of ${name} to ${request}`,
      });
    }
    return;
  }
  const limit = limits[name];
  const asked = millisOf(request);
  const most = millisOf(limit);
  if (asked === undefined || most === undefined || asked === most) return;
  if (!allowsOvercommit(name)) {
    errors.invalid(path.child('requests'), request, `must equal the limit of ${name}, ${limit}`);
  } else if (asked > most) {
    errors.invalid(path.child('requests'), request, `must not be more than the limit of ${name}, ${limit}`);
  }
}
