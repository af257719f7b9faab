import { qualifiedNameComplaints } from '../../kubernetes/label-format';
import { isQuantity, quantityNanos } from '../../kubernetes/quantity';
import type { FieldPath } from '../field-path';
import type { FieldErrors } from './field-errors';

/** A quantity as manifests write it: `500m`, `1Gi`, 2. */
export type QuantityValue = string | number;

/** Quantities by the names of resources. */
export type ResourceList = Readonly<Record<string, QuantityValue>>;

const MILLI = 1_000_000n;
const UNIT = 1_000n;

/** Longer texts are no quantities that anyone means, and reading them takes time. */
const LONGEST = 100;

const KEPT = 1000;
const read = new Map<QuantityValue, bigint | undefined>();

const HUGE_PAGES = 'hugepages-';

/** Resources that a container may ask for without a domain in their names; huge pages come to them. */
const CONTAINER_RESOURCES: ReadonlySet<string> = new Set(['cpu', 'memory', 'ephemeral-storage']);

/** Resources that are counted. */
const COUNTED_RESOURCES = [
  'pods',
  'services',
  'replicationcontrollers',
  'resourcequotas',
  'secrets',
  'configmaps',
  'persistentvolumeclaims',
  'services.nodeports',
  'services.loadbalancers',
];

const INTEGER_RESOURCES: ReadonlySet<string> = new Set(COUNTED_RESOURCES);

/** Resources that a quota may limit without a domain in their names; huge pages come to them. */
const QUOTA_RESOURCES: ReadonlySet<string> = new Set([
  ...CONTAINER_RESOURCES,
  ...COUNTED_RESOURCES,
  'requests.cpu',
  'requests.memory',
  'requests.storage',
  'requests.ephemeral-storage',
  'limits.cpu',
  'limits.memory',
  'limits.ephemeral-storage',
]);

const STANDARD_RESOURCES: ReadonlySet<string> = new Set([...QUOTA_RESOURCES, 'storage']);

/** The exact amount of a quantity in billionths; undefined where a value is none, which decoding has refused. */
export function nanosOf(value: QuantityValue | undefined): bigint | undefined {
  if (value === undefined) return undefined;
  const known = read.get(value);
  if (known !== undefined) return known;
  const text = String(value);
  const nanos = text.length <= LONGEST && isQuantity(text) ? quantityNanos(text) : undefined;
  if (read.size >= KEPT) read.clear();
  read.set(value, nanos);
  return nanos;
}

/** The amount of a quantity in a list of resources, in thousandths: the server rounds what is finer up. */
export function millisOf(value: QuantityValue | undefined): bigint | undefined {
  const nanos = nanosOf(value);
  if (nanos === undefined) return undefined;
  return nanos > 0n ? (nanos + MILLI - 1n) / MILLI : nanos / MILLI;
}

/** Judges a quantity that may not be negative. */
export function validateNonnegativeQuantity(
  value: QuantityValue,
  path: FieldPath,
  errors: FieldErrors,
): void {
  const nanos = nanosOf(value);
  if (nanos !== undefined && nanos < 0n) errors.invalid(path, value, 'must not be negative');
}

/** Judges a quantity that must be more than nothing. */
export function validatePositiveQuantity(value: QuantityValue, path: FieldPath, errors: FieldErrors): void {
  const nanos = nanosOf(value);
  if (nanos !== undefined && nanos <= 0n) errors.invalid(path, value, 'must be greater than 0');
}

/** Judges the amount of a resource: never negative, and whole where the resource is counted. */
export function validateResourceQuantity(
  resource: string,
  value: QuantityValue,
  path: FieldPath,
  errors: FieldErrors,
): void {
  validateNonnegativeQuantity(value, path, errors);
  const millis = isIntegerResource(resource) ? millisOf(value) : undefined;
  if (millis !== undefined && millis % UNIT !== 0n) {
    errors.invalid(path, value, `must be a whole number, as ${resource} is counted`);
  }
}

/** Judges the name of a resource: one that Kubernetes knows, or one with a domain. */
export function validateResourceName(name: string, path: FieldPath, errors: FieldErrors): void {
  if (STANDARD_RESOURCES.has(name)) return;
  const complaints = qualifiedNameComplaints(name);
  errors.invalidEach(path, name, complaints);
  if (complaints.length === 0 && !name.includes('/') && !isQuotaHugePages(name)) {
    errors.invalid(
      path,
      name,
      "must be a resource of Kubernetes, or bear a domain, such as 'example.com/gpu'",
    );
  }
}

/**
 * Judges the name of a resource that a container asks for.
 *
 * @see https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/
 */
export function validateContainerResourceName(name: string, path: FieldPath, errors: FieldErrors): void {
  if (CONTAINER_RESOURCES.has(name)) return;
  validateResourceName(name, path, errors);
  if (!name.includes('/')) {
    if (!isHugePages(name)) {
      errors.invalid(
        path,
        name,
        'must be cpu, memory, ephemeral-storage, hugepages-<size>, or bear a domain',
      );
    }
  } else if (!isNativeResource(name) && !isExtendedResource(name)) {
    errors.invalid(path, name, "must not begin with 'requests.', and leave room for it in the name's length");
  }
}

/**
 * Judges the name of a resource that a quota limits.
 *
 * @see https://kubernetes.io/docs/concepts/policy/resource-quotas/
 */
export function validateQuotaResourceName(name: string, path: FieldPath, errors: FieldErrors): void {
  validateResourceName(name, path, errors);
  if (!name.includes('/') && !isQuotaResource(name)) {
    errors.invalid(path, name, 'must be a resource that a quota can limit, or bear a domain');
  }
}

/** Whether a resource without a domain is one that a quota can limit. */
export function isQuotaResource(name: string): boolean {
  return QUOTA_RESOURCES.has(name) || isQuotaHugePages(name);
}

/** Whether a resource is Kubernetes' own: without a domain, or in that of Kubernetes. */
export function isNativeResource(name: string): boolean {
  return !name.includes('/') || name.includes('kubernetes.io/');
}

/** Whether a resource is one of a device plugin or the like. */
export function isExtendedResource(name: string): boolean {
  return (
    !isNativeResource(name) &&
    !name.startsWith('requests.') &&
    qualifiedNameComplaints(`requests.${name}`).length === 0
  );
}

/** Whether a resource is huge pages of some size. */
export function isHugePages(name: string): boolean {
  return name.startsWith(HUGE_PAGES);
}

/** Whether an amount of huge pages is a whole number of pages of the size that the resource's name says. */
export function isWholeHugePages(name: string, value: QuantityValue): boolean {
  const page = nanosOf(name.slice(HUGE_PAGES.length));
  const amount = nanosOf(value);
  if (amount === undefined) return true;
  return page !== undefined && page > 0n && page % (MILLI * UNIT) === 0n && amount % page === 0n;
}

/** Whether a container may ask for less of a resource than its limit. */
export function allowsOvercommit(name: string): boolean {
  return isNativeResource(name) && !isHugePages(name);
}

/** Whether a resource comes in whole numbers alone. */
export function isIntegerResource(name: string): boolean {
  return INTEGER_RESOURCES.has(name) || isExtendedResource(name);
}

function isQuotaHugePages(name: string): boolean {
  return isHugePages(name) || name.startsWith(`requests.${HUGE_PAGES}`);
}
