import { isBefore } from '../../../kubernetes/kubernetes-version';
import { qualifiedNameComplaints } from '../../../kubernetes/label-format';
import type { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';
import { nanosOf, type QuantityValue } from '../quantities';

/** A field of the pod, as the source of an environment variable or of a file. */
export interface FieldRef {
  readonly apiVersion?: string;
  readonly fieldPath?: string;
}

/** A request or limit of a container, as the source of an environment variable or of a file. */
export interface ResourceFieldRef {
  readonly containerName?: string;
  readonly resource?: string;
  readonly divisor?: QuantityValue;
}

/** Fields of a pod that the server can resolve at all. */
const RESOLVED: ReadonlySet<string> = new Set([
  'metadata.annotations',
  'metadata.labels',
  'metadata.name',
  'metadata.namespace',
  'metadata.uid',
  'spec.host',
  'spec.nodeName',
  'spec.restartPolicy',
  'spec.serviceAccountName',
  'spec.schedulerName',
  'status.phase',
  'status.hostIP',
  'status.hostIPs',
  'status.podIP',
  'status.podIPs',
]);

const RESOURCES: ReadonlySet<string> = new Set([
  'limits.cpu',
  'limits.memory',
  'limits.ephemeral-storage',
  'requests.cpu',
  'requests.memory',
  'requests.ephemeral-storage',
]);

const CPU_RESOURCES: ReadonlySet<string> = new Set(['limits.cpu', 'requests.cpu']);
const HUGE_PAGES = /^(limits|requests)\.hugepages-/;
const EXPONENT = /[eE][+-]?\d/;

/** 1 and 1m, 1 to 1E, and 1 to 1Ei, in billionths. */
const CPU_DIVISORS = [1_000_000_000n, 1_000_000n];
const DECIMAL_DIVISORS = [0n, 3n, 6n, 9n, 12n, 15n, 18n].map(power => 10n ** power * 1_000_000_000n);
const BINARY_DIVISORS = [0n, 1n, 2n, 3n, 4n, 5n, 6n].map(power => 1024n ** power * 1_000_000_000n);

/**
 * Judges a field of the pod as the source of an environment variable or of a file.
 *
 * @param supported the fields that may stand here.
 * @see https://kubernetes.io/docs/concepts/workloads/pods/downward-api/#available-fields
 */
export function validateFieldRef(
  { apiVersion, fieldPath = '' }: FieldRef,
  supported: ReadonlySet<string>,
  path: FieldPath,
  errors: FieldErrors,
): void {
  if (fieldPath === 'status.hostIPs' && isBefore(errors.version, '1.29')) {
    errors.forbidden(path, 'must not be status.hostIPs before Kubernetes 1.29');
  }
  const subscripted = subscriptOf(fieldPath);
  if (fieldPath === '') errors.required(path.child('fieldPath'));
  else if (apiVersion && apiVersion !== 'v1') {
    errors.invalid(path.child('fieldPath'), fieldPath, "cannot be resolved, as apiVersion must be 'v1'");
  } else if (subscripted) validateSubscript(subscripted, fieldPath, path, errors);
  else if (!RESOLVED.has(fieldPath)) {
    errors.invalid(path.child('fieldPath'), fieldPath, fieldMessage(supported));
  } else if (!supported.has(fieldPath === 'spec.host' ? 'spec.nodeName' : fieldPath)) {
    errors.notSupported(path.child('fieldPath'), fieldPath, [...supported]);
  }
}

/**
 * Judges a request or limit of a container as the source of an environment variable or of a file.
 *
 * @param ofVolume whether it is the source of a file, and so must name the container.
 */
export function validateResourceFieldRef(
  { containerName = '', resource = '', divisor }: ResourceFieldRef,
  path: FieldPath,
  errors: FieldErrors,
  ofVolume = false,
): void {
  if (ofVolume && containerName === '') errors.required(path.child('containerName'));
  else if (resource === '') errors.required(path.child('resource'));
  else if (!RESOURCES.has(resource) && !HUGE_PAGES.test(resource)) {
    errors.notSupported(path.child('resource'), resource, [...RESOURCES]);
  }
  const amount = nanosOf(divisor);
  if (amount === undefined || amount === 0n) return;
  const text = String(divisor);
  if (CPU_RESOURCES.has(resource)) {
    if (!CPU_DIVISORS.includes(amount) || EXPONENT.test(text)) {
      errors.invalid(path.child('divisor'), divisor, 'must be 1 or 1m, as it divides cpu');
    }
  } else if (RESOURCES.has(resource) || HUGE_PAGES.test(resource)) {
    const divisors = text.includes('i') ? BINARY_DIVISORS : DECIMAL_DIVISORS;
    // the server writes 1e3 as it was written, and not as 1k
    if (!divisors.includes(amount) || EXPONENT.test(text)) {
      errors.invalid(path.child('divisor'), divisor, 'must be 1, 1k to 1E, or 1Ki to 1Ei');
    }
  }
}

/** `metadata.labels['app']` in two parts. */
function subscriptOf(fieldPath: string): { name: string; key: string } | undefined {
  if (!fieldPath.endsWith("']")) return undefined;
  const start = fieldPath.indexOf("['");
  if (start <= 0 || start + 2 > fieldPath.length - 2) return undefined;
  return { name: fieldPath.slice(0, start), key: fieldPath.slice(start + 2, -2) };
}

function validateSubscript(
  { name, key }: { name: string; key: string },
  fieldPath: string,
  path: FieldPath,
  errors: FieldErrors,
): void {
  if (name === 'metadata.annotations') {
    errors.invalidEach(path, key, qualifiedNameComplaints(key.toLowerCase()));
  } else if (name === 'metadata.labels') errors.invalidEach(path, key, qualifiedNameComplaints(key));
  else {
    errors.invalid(
      path.child('fieldPath'),
      fieldPath,
      "can take a key of metadata.labels and metadata.annotations alone, as in metadata.labels['app']",
    );
  }
}

function fieldMessage(supported: ReadonlySet<string>): string {
  return `must be one of ${[...supported].join(', ')}, or a key, as in metadata.labels['app']`;
}
